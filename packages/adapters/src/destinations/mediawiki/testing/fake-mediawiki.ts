import type { PageGone, Reply, WorldRequest } from '@blamefree/core'
import { replyOf } from '../../testing/faults.ts'
import type { FakePlace } from '../../testing/page-subject.ts'

interface Kept {
  id: number
  title: string
  text: string
  revision: number
  user: string
  /** Of the edit that made it. */
  made: { readonly user: string; readonly comment: string }
  state: 'there' | 'deleted' | 'protected' | 'hidden' | 'redirect'
}

/** What the wiki is, for tests to turn. */
export interface FakeWiki {
  pages: Kept[]
  readonly files: Map<string, string>
  /** Users besides the one that publishes. */
  readonly users: Set<string>
  uploads: boolean
  rights: string[]
  readonly tags: string[]
  /** Whether somebody who is not signed in can read. */
  open: boolean
  /** An error that the next action gets, by the action’s name. */
  readonly refuses: Map<string, { readonly code: string; readonly info: string }>
  largest: number
}

interface State extends FakeWiki {
  revision: number
  ids: number
  tokens: number
  sessions: Set<string>
}

type Fields = Readonly<Record<string, string>>

const EDIT_FIELDS = 'action title pageid nocreate createonly baserevid summary bot text assert maxlag token format formatversion'
const KNOWN: Readonly<Record<string, string>> = {
  edit: EDIT_FIELDS,
  move: 'action fromid to reason movetalk movesubpages assert maxlag token format formatversion',
  upload: 'action filename comment ignorewarnings assert maxlag token format formatversion',
  login: 'action lgname lgpassword lgtoken format formatversion',
  query:
    'action meta type siprop uiprop prop rvprop rvslots inprop intestactions intestactionsdetail titles pageids redirects list ucuser ucshow ucprop uclimit uccontinue continue leaction letitle lelimit leprop ususers iiprop assert maxlag format formatversion',
}

/** A MediaWiki at `https://wiki.example.com/w/api.php`, for the bot password of `Blamefree@blamefree` or a bearer token: revisions, conflicts, moves, uploads, and an account with rights. */
export function fakeMediaWiki(): FakePlace & { readonly wiki: FakeWiki } {
  const wiki: State = {
    pages: [],
    files: new Map(),
    users: new Set(['Kim']),
    uploads: true,
    rights: ['read', 'edit', 'createpage', 'move', 'upload'],
    tags: ['<pre>', '<nowiki>', '<ref>', '<references>', '<syntaxhighlight>'],
    open: false,
    refuses: new Map(),
    largest: 2048 * 1024,
    revision: 100,
    ids: 10,
    tokens: 0,
    sessions: new Set(),
  }
  const first = (): Kept => {
    const page = wiki.pages.find(({ state }) => state === 'there')
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  return {
    wiki,
    answer: (request) => answer(request, wiki),
    pages: () => wiki.pages.filter(({ state }) => state !== 'deleted' && state !== 'redirect').map(({ title, text }) => ({ title, text })),
    state: () => JSON.stringify([wiki.pages, [...wiki.files]]),
    edit(change) {
      const page = first()
      Object.assign(page, { text: change(page.text).trimEnd(), revision: ++wiki.revision, user: 'Kim' })
    },
    rename(title) {
      const page = first()
      wiki.pages.push(redirect(page.title, title, wiki))
      Object.assign(page, { title, revision: ++wiki.revision })
    },
    remove(how: PageGone['gone']) {
      first().state = how === 'forbidden' ? 'hidden' : how === 'locked' ? 'protected' : how === 'archived' ? 'redirect' : 'deleted'
    },
  }
}

function redirect(title: string, to: string, wiki: State): Kept {
  return {
    id: ++wiki.ids,
    title,
    text: `#REDIRECT [[${to}]]`,
    revision: ++wiki.revision,
    user: 'Kim',
    made: { user: 'Kim', comment: 'moved' },
    state: 'redirect',
  }
}

const refuse = (code: string, info: string): Reply => replyOf(200, { error: { code, info, docref: 'See the API.' } }, { 'mediawiki-api-error': code })

function answer({ method, url, body, headers = {} }: WorldRequest, wiki: State): Reply {
  const address = new URL(url)
  if (address.origin + address.pathname !== 'https://wiki.example.com/w/api.php') return replyOf(404, 'Not found')
  const fields = fieldsOf(method, address, body)
  const action = fields['action'] ?? ''
  const unknown = Object.keys(fields).filter((name) => !(KNOWN[action] ?? '').split(' ').includes(name))
  if (unknown.length > 0) return refuse('unknown-parameter', `Unrecognized parameters: ${unknown.join(', ')}.`)
  const session = /(?:^|; )session=(\w+)/.exec(headers['cookie'] ?? '')?.[1] ?? ''
  const signedIn = headers['authorization'] === 'Bearer secret-7d1f-token' || wiki.sessions.has(session)
  if (action === 'query' && fields['type'] === 'login')
    return replyOf(
      200,
      { query: { tokens: { logintoken: 'login+\\' } } },
      { 'set-cookie': `session=s${++wiki.tokens}; path=/; expires=Wed, 25 Nov 2026 20:00:00 GMT; HttpOnly` },
    )
  if (action === 'login') {
    const right = fields['lgname'] === 'Blamefree@blamefree' && fields['lgpassword'] === 'secret-7d1f' && fields['lgtoken'] === 'login+\\'
    if (!right) return replyOf(200, { login: { result: 'Failed', reason: 'Incorrect username or password entered. Please try again.' } })
    wiki.sessions.add(session)
    return replyOf(
      200,
      { login: { result: 'Success', lguserid: 2, lgusername: 'Blamefree' } },
      { 'set-cookie': 'UserName=Blamefree; path=/, UserID=2; path=/' },
    )
  }
  if (fields['assert'] === 'user' && !signedIn) return refuse('assertuserfailed', 'You are no longer logged in, so the action could not be completed.')
  const planted = wiki.refuses.get(action)
  if (planted !== undefined) {
    wiki.refuses.delete(action)
    return refuse(planted.code, planted.info)
  }
  if (action === 'query') return queried(fields, wiki, signedIn)
  if (fields['token'] !== 'csrf+\\') return refuse('badtoken', 'Invalid CSRF token.')
  if (action === 'edit') return edited(fields, wiki)
  if (action === 'move') return moved(fields, wiki)
  if (!wiki.uploads) return refuse('uploaddisabled', 'Uploads are disabled.')
  const name = fields['filename'] ?? ''
  if (wiki.files.has(name)) return refuse('fileexists-no-change', 'The upload is an exact duplicate of the current version.')
  wiki.files.set(name, `${(body as Uint8Array).byteLength} bytes`)
  return replyOf(200, { upload: { result: 'Success', filename: name } })
}

function fieldsOf(method: string, url: URL, body: WorldRequest['body']): Fields {
  if (method === 'GET') return Object.fromEntries(url.searchParams)
  if (typeof body === 'string' && !body.startsWith('--')) return Object.fromEntries(new URLSearchParams(body))
  const text = typeof body === 'string' ? body : new TextDecoder('latin1').decode(body)
  return Object.fromEntries([...text.matchAll(/name="([^";]+)"\r\n\r\n([^]*?)\r\n--/g)].map(([, name = '', value = '']) => [name, value]))
}

function queried(fields: Fields, wiki: State, signedIn: boolean): Reply {
  const query: Record<string, unknown> = {}
  if (!signedIn && !wiki.open && fields['meta'] !== 'tokens') return refuse('readapidenied', 'You need read permission to use this module.')
  if (fields['meta']?.includes('siteinfo') === true)
    Object.assign(query, {
      tokens: { csrftoken: 'csrf+\\' },
      general: { sitename: 'Operations', generator: 'MediaWiki 1.39.17', uploadsenabled: wiki.uploads, maxarticlesize: wiki.largest, readonly: false },
      extensiontags: wiki.tags,
    })
  if (fields['meta']?.includes('userinfo') === true)
    query['userinfo'] = signedIn ? { id: 2, name: 'Blamefree', rights: wiki.rights } : { id: 0, name: '192.0.2.1', anon: true, rights: ['read'] }
  const { pageids, titles, list } = fields
  if (pageids !== undefined)
    query['pages'] = [
      shown(
        wiki.pages.find(({ id, state }) => String(id) === pageids && state !== 'deleted'),
        pageids,
      ),
    ]
  if (titles !== undefined) query['pages'] = titles.split('|').map((title) => named(title, fields, wiki))
  if (list === 'usercontribs')
    query['usercontribs'] = wiki.pages
      .filter(({ state, made }) => state !== 'deleted' && made.user === fields['ucuser'])
      .toReversed()
      .map(({ id, title, made }) => ({ pageid: id, title, comment: made.comment }))
  if (list === 'logevents')
    query['logevents'] = wiki.pages.some(({ title, state }) => title === fields['letitle'] && state === 'deleted') ? [{ user: 'Kim', comment: 'outdated' }] : []
  if (list === 'users')
    query['users'] = (fields['ususers'] ?? '').split('|').map((name) => (wiki.users.has(name) ? { userid: 5, name } : { name, missing: true }))
  return replyOf(200, { batchcomplete: true, query })
}

function named(title: string, fields: Fields, wiki: State): object {
  if (title.startsWith('File:'))
    return { title: title.replace(/_/g, ' '), ...(wiki.files.has(title.slice(5)) ? { imageinfo: [{ sha1: 'a' }] } : { missing: true }) }
  const page = wiki.pages.find((known) => known.title === title && known.state !== 'deleted')
  const target = page?.state === 'redirect' && fields['redirects'] !== undefined ? /\[\[(.*)\]\]/.exec(page.text)?.[1] : undefined
  const found = target === undefined ? page : wiki.pages.find((known) => known.title === target && known.state !== 'deleted')
  return shown(found, undefined, title)
}

function shown(page: Kept | undefined, pageid?: string, title?: string): object {
  if (page === undefined) return { ...(pageid === undefined ? { title } : { pageid: Number(pageid) }), missing: true, actions: { read: [], edit: [] } }
  const { id, text, revision, user, state } = page
  const denied = [
    { code: state === 'hidden' ? 'permissiondenied' : 'protectedpage', text: 'This page has been protected to prevent editing or other actions.' },
  ]
  return {
    pageid: id,
    ns: 0,
    title: page.title,
    lastrevid: revision,
    canonicalurl: `https://wiki.example.com/wiki/${encodeURIComponent(page.title)}`,
    ...(state === 'redirect' ? { redirect: true } : {}),
    actions: { read: state === 'hidden' ? denied : [], edit: state === 'there' || state === 'redirect' ? [] : denied },
    revisions:
      state === 'hidden'
        ? [{ revid: revision, texthidden: true }]
        : [
            {
              revid: revision,
              user,
              timestamp: '2026-03-05T09:00:00Z',
              slots: { main: { contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: text } },
            },
          ],
  }
}

function edited(fields: Fields, wiki: State): Reply {
  const { title = '', pageid, summary: comment = '', createonly, baserevid } = fields
  const text = (fields['text'] ?? '').normalize('NFC').trimEnd()
  if (new TextEncoder().encode(text).byteLength > wiki.largest) return refuse('contenttoobig', 'The content you supplied exceeds the article size limit.')
  if (pageid === undefined) {
    if (createonly !== undefined && wiki.pages.some((page) => page.title === title && page.state !== 'deleted'))
      return refuse('articleexists', 'The article you tried to create has been created already.')
    const page: Kept = { id: ++wiki.ids, title, text, revision: ++wiki.revision, user: 'Blamefree', made: { user: 'Blamefree', comment }, state: 'there' }
    wiki.pages.push(page)
    return replyOf(200, { edit: { new: true, result: 'Success', pageid: page.id, title, contentmodel: 'wikitext', oldrevid: 0, newrevid: page.revision } })
  }
  const page = wiki.pages.find(({ id, state }) => String(id) === pageid && state !== 'deleted')
  if (page === undefined) return refuse('nosuchpageid', `There is no page with ID ${pageid}.`)
  if (page.state === 'protected') return refuse('protectedpage', 'This page has been protected to prevent editing or other actions.')
  const success = { result: 'Success', pageid: page.id, title: page.title, contentmodel: 'wikitext' }
  if (page.text === text) return replyOf(200, { edit: { ...success, nochange: true } })
  if (Number(baserevid) !== page.revision) return refuse('editconflict', 'Edit conflict.')
  const oldrevid = page.revision
  Object.assign(page, { text, revision: ++wiki.revision, user: 'Blamefree' })
  return replyOf(200, { edit: { ...success, oldrevid, newrevid: page.revision } })
}

function moved({ fromid, to = '' }: Fields, wiki: State): Reply {
  const page = wiki.pages.find(({ id, state }) => String(id) === fromid && state !== 'deleted')
  if (page === undefined) return refuse('nosuchpageid', 'There is no such page.')
  const there = wiki.pages.find((known) => known.title === to && known.state !== 'deleted')
  if (there !== undefined && there.text !== `#REDIRECT [[${page.title}]]`) return refuse('articleexists', 'A page of that name already exists.')
  if (there !== undefined) wiki.pages = wiki.pages.filter((known) => known !== there)
  wiki.pages.push(redirect(page.title, to, wiki))
  Object.assign(page, { title: to, revision: ++wiki.revision })
  return replyOf(200, { move: { from: page.title, to, redirectcreated: true } })
}
