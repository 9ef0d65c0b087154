import type { PageGone, Reply, WorldRequest } from '@blamefree/core'
import { replyOf } from '../../testing/faults.ts'
import type { FakePlace } from '../../testing/page-subject.ts'
import { splitTitle, withTitle } from '../title.ts'
import { paramsOf, xmlFault, xmlResult } from './fake-xml-rpc.ts'
import { standing } from './real-place.ts'

interface Revision {
  readonly version: number
  readonly user: string
  readonly sum: string
  readonly type: 'C' | 'E' | 'D'
  readonly text: string
}

interface Kept {
  readonly id: string
  /** The newest last; the text is empty where it was deleted. */
  readonly revisions: Revision[]
  readable: boolean
}

/** What the wiki is, for tests to turn. */
export interface FakeWiki {
  readonly pages: Map<string, Kept>
  readonly files: Map<string, number>
  readonly locks: Map<string, string>
  /** What the account may: 1 read, 2 edit, 4 create, 8 upload. */
  rights: number
  /** Whether somebody who is not signed in can read. */
  open: boolean
  /** As release “Igor” and older ones: a refusal without a number. */
  nameless: boolean
  /** Whether the server of the wiki hands the header of a password on to it. */
  header: boolean
  /** Whether the remote API is on, and the account may use it. */
  remote: 'on' | 'off' | 'others'
  /** What the word block list and its like refuse next, by the method's name. */
  readonly refuses: Map<string, { readonly code: number; readonly message: string }>
  /** Whether the search finds anything. */
  indexed: boolean
}

/** A DokuWiki at `https://wiki.example.com/`, for the user `blamefree` by password, or a token: pages with revisions and locks, files, rights. */
export function fakeDokuWiki(): FakePlace & { readonly wiki: FakeWiki; save(id: string, text: string, user?: string): void } {
  const wiki: FakeWiki = {
    pages: new Map(),
    files: new Map(),
    locks: new Map(),
    rights: 8,
    open: false,
    nameless: false,
    header: true,
    remote: 'on',
    refuses: new Map(),
    indexed: true,
  }
  let clock = 1_795_000_000
  const save = (id: string, text: string, user = 'kim', sum = text === '' ? 'outdated' : 'by hand'): void => {
    const page = wiki.pages.get(id) ?? { id, revisions: [], readable: true }
    wiki.pages.set(id, page)
    const type = text === '' ? 'D' : textOf(page) === null ? 'C' : 'E'
    if (textOf(page) !== text) page.revisions.push({ version: ++clock, user, sum, type, text })
  }
  const first = (): Kept => {
    const page = [...wiki.pages.values()].find((kept) => textOf(kept) !== null)
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  const there = (): Kept[] => [...wiki.pages.values()].filter((page) => textOf(page) !== null)
  return {
    wiki,
    save,
    answer: (request) => answer(request, wiki, save),
    pages: () => there().map((page) => standing(page.id, textOf(page) ?? '')),
    state: () => JSON.stringify([[...wiki.pages], [...wiki.files]]),
    edit(change) {
      const page = first()
      const raw = textOf(page) ?? ''
      const { title, text } = splitTitle(raw)
      save(page.id, withTitle({ title, text: change(text) }, raw))
    },
    rename(title) {
      const page = first()
      const raw = textOf(page) ?? ''
      save(page.id, withTitle({ title, text: splitTitle(raw).text }, raw))
    },
    remove(how: PageGone['gone']) {
      const page = first()
      if (how === 'deleted') save(page.id, '')
      else page.readable = false
    },
  }
}

/** The text of a page; null where it is not there. */
function textOf({ revisions }: Kept): string | null {
  const text = revisions.at(-1)?.text ?? ''
  return text === '' ? null : text
}

type Save = (id: string, text: string, user: string, sum: string) => void

function answer({ method, url, body, headers = {} }: WorldRequest, wiki: FakeWiki, save: Save): Reply {
  const { pathname } = new URL(url)
  if (method === 'GET' && pathname === '/lib/exe/fetch.php') return replyOf(wiki.open ? 404 : 403, 'No file.')
  if (method !== 'POST' || pathname !== '/lib/exe/xmlrpc.php') return replyOf(404, '<html><body>Not found</body></html>')
  if (wiki.remote === 'off') return xmlFault(200, -32605, 'XML-RPC server not enabled.')
  const { name, params } = paramsOf(typeof body === 'string' ? body : '')
  if (name === 'dokuwiki.login') {
    const right = params[0] === 'blamefree' && params[1] === 'secret-7d1f'
    return xmlResult(right, right ? { 'set-cookie': 'DokuWiki=abc; path=/; HttpOnly, DW77=xyz; expires=Thu, 19 Nov 2026 08:52:00 GMT; path=/' } : {})
  }
  const right = wiki.header && headers['authorization'] === `Basic ${btoa('blamefree:secret-7d1f')}`
  const signedIn = right || headers['authorization'] === 'Bearer secret-7d1f-token' || headers['cookie'] === 'DokuWiki=abc; DW77=xyz'
  const denied = (words = ''): Reply =>
    wiki.nameless
      ? { ...xmlResult({}), status: signedIn ? 403 : 401 }
      : xmlFault(signedIn ? 403 : 401, signedIn ? -32604 : -32603, `server error. forbidden to call method ${name}\n${words}`)
  if (name !== 'dokuwiki.getTitle' && (!signedIn || wiki.remote === 'others')) return denied()
  const refuse = (code: number, message: string): Reply => (wiki.nameless ? xmlResult({}) : xmlFault(200, code, message))
  const planted = wiki.refuses.get(name)
  if (planted !== undefined) {
    wiki.refuses.delete(name)
    return planted.code === 403 ? denied(planted.message) : refuse(planted.code, planted.message)
  }
  return METHODS[name]?.({ params, wiki, save, denied, refuse }) ?? refuse(-32603, 'Method does not exist')
}

/** An id as the wiki cleans it. */
const idOf = ([id]: readonly unknown[]): string => String(id).replaceAll('ü', 'ue')

interface Asked {
  readonly params: readonly unknown[]
  readonly wiki: FakeWiki
  readonly save: Save
  readonly denied: (words?: string) => Reply
  readonly refuse: (code: number, message: string) => Reply
}

const METHODS: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'dokuwiki.getVersion': () => xmlResult('Release 2022-07-31b "Igor"'),
  'dokuwiki.getTitle': () => xmlResult('Operations'),
  'wiki.aclCheck': ({ params, wiki }) => xmlResult(wiki.pages.get(idOf(params))?.readable === false ? 0 : wiki.rights),
  'wiki.getPageInfo'({ params, wiki, denied, refuse }) {
    const page = wiki.pages.get(idOf(params))
    if (page?.readable === false) return denied('You are not allowed to read this page')
    const last = page?.revisions.at(-1)
    if (page === undefined || last === undefined || textOf(page) === null) return refuse(121, 'The requested page does not exist')
    return xmlResult({ name: page.id, lastModified: '2026-03-05T09:00:00+00:00', author: last.user, version: last.version })
  },
  'wiki.getPage'({ params, wiki, denied }) {
    const page = wiki.pages.get(idOf(params))
    if (page?.readable === false) return denied('You are not allowed to read this page')
    return xmlResult(page === undefined ? '' : (textOf(page) ?? ''))
  },
  'wiki.getPageVersion': ({ params, wiki }) => xmlResult(wiki.pages.get(idOf(params))?.revisions.find(({ version }) => version === params[1])?.text ?? ''),
  'wiki.getPageVersions': ({ params, wiki }) =>
    xmlResult(
      (wiki.pages.get(idOf(params))?.revisions ?? [])
        .toReversed()
        .map(({ user, type, sum, version }) => ({ user, ip: '192.0.2.1', type, sum, modified: '2026-03-05T09:00:00+00:00', version })),
    ),
  'dokuwiki.search'({ params, wiki }) {
    const words = String(params[0]).replaceAll('"', '')
    const found = wiki.indexed ? [...wiki.pages.values()].filter((page) => page.readable && (textOf(page) ?? '').includes(words)) : []
    return xmlResult(found.map(({ id }) => ({ id, score: 1, rev: 1, mtime: 1, size: 1, snippet: '', title: id })))
  },
  'dokuwiki.setLocks'({ params, wiki }) {
    const { lock, unlock } = params[0] as { readonly lock: readonly string[]; readonly unlock: readonly string[] }
    const asked = lock.map((id) => idOf([id]))
    const locked = asked.filter((id) => wiki.rights >= 2 && (wiki.locks.get(id) ?? 'blamefree') === 'blamefree')
    for (const id of locked) wiki.locks.set(id, 'blamefree')
    const unlocked = unlock.filter((id) => wiki.locks.get(id) === 'blamefree' && wiki.locks.delete(id))
    return xmlResult({ locked, lockfail: lock.filter((id) => !locked.includes(id)), unlocked, unlockfail: unlock.filter((id) => !unlocked.includes(id)) })
  },
  'wiki.putPage'({ params, wiki, save, denied, refuse }) {
    const [id, text, more] = [idOf(params), String(params[1]), params[2] as { readonly sum: string }]
    if (wiki.rights < 2) return denied('You are not allowed to edit this page')
    if ((wiki.locks.get(id) ?? 'blamefree') !== 'blamefree') return refuse(133, 'The page is currently locked')
    save(id, text, 'blamefree', more.sum)
    wiki.locks.delete(id)
    return xmlResult(true)
  },
  'wiki.getAttachments'({ params, wiki }) {
    const { pattern } = params[1] as { readonly pattern: string }
    const names = new RegExp(pattern.slice(1, -1))
    return xmlResult([...wiki.files].filter(([id]) => names.test(`/${id.replaceAll(':', '/')}`)).map(([id, size]) => ({ id, size })))
  },
  'wiki.putAttachment'({ params, wiki, denied }) {
    if (wiki.rights < 8) return denied('You do not have permission to upload files')
    wiki.files.set(String(params[0]), (params[1] as Uint8Array).byteLength)
    return xmlResult(String(params[0]))
  },
}
