import { listAt, numberAt, textAt, valueAt, type PageGone, type PlaceAudience, type Reply, type WorldRequest } from '@blamefree/core'
import { replyOf } from '../../testing/faults.ts'
import type { FakePlace } from '../../testing/page-subject.ts'
import { respelled } from './respelled.ts'

interface Kept {
  readonly id: string
  title: string
  text: string
  version: number
  status: 'current' | 'trashed' | 'archived' | 'purged'
  hidden: boolean
  readonly labels: Set<string>
  readonly properties: Map<string, unknown>
  readonly files: string[]
}

/** What Confluence keeps, and the answers that both editions share. */
interface Wiki {
  readonly pages: Kept[]
  level: PlaceAudience['level']
}

/** A Confluence with one space, OPS: Cloud at `https://acme.atlassian.net/wiki`, or Data Center at `https://wiki.example.com`. It spells pages in its own way. */
export function fakeConfluence(
  edition: 'cloud' | 'data-center',
): FakePlace & { readonly files: () => readonly string[]; readonly titles: (title: string) => void } {
  const wiki: Wiki = { pages: [], level: 'company' }
  const alive = (): Kept[] => wiki.pages.filter(({ status }) => status === 'current')
  const first = (): Kept => {
    const [page] = alive()
    if (page === undefined) throw new Error('There is no page to change.')
    return page
  }
  return {
    answer: (request) => shared(request, wiki, edition) ?? (edition === 'cloud' ? cloudAnswer(request, wiki) : serverAnswer(request, wiki)),
    pages: () => alive().map(({ title, text }) => ({ title, text })),
    state: () => JSON.stringify(wiki.pages, (_, value: unknown) => (value instanceof Set || value instanceof Map ? [...value] : value)),
    edit(change) {
      const page = first()
      page.text = change(page.text)
      page.version++
    },
    rename(title) {
      const page = first()
      page.title = title
      page.version++
    },
    remove(how: PageGone['gone']) {
      const page = first()
      if (how === 'forbidden') page.hidden = true
      else page.status = how === 'archived' ? 'archived' : how === 'trashed' ? 'trashed' : 'purged'
    },
    ...(edition === 'cloud' ? { seenBy: (level: PlaceAudience['level']) => void (wiki.level = level) } : {}),
    files: () => wiki.pages.flatMap(({ files }) => files),
    titles: (title) => void make(wiki, { title, text: '<p>Somebody else\u2019s.</p>', labels: [] }),
  }
}

function make(wiki: Wiki, { title, text, labels }: { title: string; text: string; labels: readonly string[] }): Kept {
  const page: Kept = {
    id: String(1000 + wiki.pages.length),
    title,
    text: respelled(text),
    version: 1,
    status: 'current',
    hidden: false,
    labels: new Set(labels),
    properties: new Map(),
    files: [],
  }
  wiki.pages.push(page)
  return page
}

const taken = (wiki: Wiki, title: string, but: Kept | null = null): boolean =>
  wiki.pages.some((page) => page.status === 'current' && page !== but && page.title === title)
const json = (body: WorldRequest['body']): unknown => (typeof body === 'string' ? (JSON.parse(body) as unknown) : null)
const refuse = (status: number, title: string): Reply => replyOf(status, { errors: [{ status, title }], message: title, statusCode: status })

/** Well-formed enough for Confluence: every element is closed in order. */
function isWellFormed(text: string): boolean {
  const open: string[] = []
  for (const [, slash, name = '', single] of text.replace(/<!\[CDATA\[[^]*?\]\]>/g, '').matchAll(/<(\/?)([\w:-]+)[^>]*?(\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return false
    } else if (single !== '/') open.push(name)
  }
  return open.length === 0
}

/** Writes over a page, as both editions do: a version that is not the next one is a conflict. */
function update(page: Kept, wiki: Wiki, given: unknown, text: unknown): Reply | null {
  const title = textAt(given, 'title') ?? ''
  if (numberAt(given, 'version', 'number') !== page.version + 1)
    return refuse(409, `Version must be incremented on update. Current version is: ${page.version}`)
  if (taken(wiki, title, page)) return refuse(400, 'A page with this title already exists: A page already exists with the same TITLE in this space')
  if (typeof text !== 'string' || !isWellFormed(text)) return refuse(400, 'Error parsing xhtml')
  if (page.status === 'current') Object.assign(page, { title, text: respelled(text) })
  page.status = 'current'
  page.version++
  return null
}

/** What is the version 1 of the API in both: search, attachments, labels. */
function shared({ method, url, body, headers }: WorldRequest, wiki: Wiki, edition: 'cloud' | 'data-center'): Reply | null {
  const { pathname, searchParams } = new URL(url)
  const path = pathname.replace(/^\/wiki/, '')
  if (headers?.['authorization'] !== (edition === 'cloud' ? `Basic ${btoa('bot@example.com:secret-7d1f')}` : 'Bearer secret-7d1f'))
    return refuse(401, 'Unauthorized')
  if (path === '/rest/api/content/search') {
    const label = /label = "([^"]+)"/.exec(searchParams.get('cql') ?? '')?.[1] ?? ''
    // The index is behind: it does not know the newest page yet.
    const indexed = wiki.pages.slice(0, -1).filter((page) => page.status === 'current' && !page.hidden && page.labels.has(label))
    return replyOf(200, { results: indexed.map(({ id }) => ({ id, type: 'page' })) })
  }
  const [, id, rest] = /^\/rest\/api\/content\/(\d+)\/(child\/attachment|label|property)$/.exec(path) ?? []
  const page = wiki.pages.find((known) => known.id === id)
  if (id === undefined) return null
  if (page === undefined || page.hidden) return refuse(404, 'No content found')
  if (rest === 'label') for (const label of json(body) as unknown[]) page.labels.add(textAt(label, 'name') ?? '')
  else if (rest === 'property') {
    const key = textAt(json(body), 'key') ?? ''
    if (page.properties.has(key)) return refuse(409, 'It exists')
    page.properties.set(key, valueAt(json(body), 'value'))
  } else if (method === 'POST') {
    if (headers['x-atlassian-token'] !== 'nocheck') return refuse(403, 'XSRF check failed')
    const name = /filename="([^"]+)"/.exec(new TextDecoder('latin1').decode(body as Uint8Array))?.[1] ?? ''
    if (page.files.includes(name)) return refuse(400, 'Cannot add a new attachment with same file name')
    page.files.push(name)
  }
  return replyOf(200, { results: page.files.map((title) => ({ title })) })
}

function cloudAnswer({ method, url, body }: WorldRequest, wiki: Wiki): Reply {
  const { pathname, searchParams } = new URL(url)
  const path = pathname.replace('/wiki/api/v2', '')
  const given = json(body)
  if (path === '/spaces') return replyOf(200, { results: searchParams.get('keys') === 'OPS' ? [{ id: '7', key: 'OPS', name: 'Operations' }] : [] })
  if (path.startsWith('/pages/900')) return replyOf(200, { id: '900', status: 'current', title: 'Incidents' })
  if (path === '/spaces/7/operations') return replyOf(200, { operations: [{ operation: 'create', targetType: 'page' }] })
  if (path === '/spaces/7/permissions') {
    const type = wiki.level === 'people' ? 'user' : wiki.level === 'public' ? 'role' : 'group'
    return replyOf(200, { results: [{ principal: { type, id: 'a' }, operation: { key: 'read', targetType: 'space' } }] })
  }
  if (path === '/spaces/7/pages')
    return replyOf(200, {
      results: wiki.pages
        .filter(({ status }) => status === 'current')
        .toReversed()
        .slice(0, Number(searchParams.get('limit')))
        .map(cloudJson),
    })
  if (path === '/pages' && method === 'GET')
    return replyOf(200, { results: wiki.pages.filter(({ title, status }) => status === 'current' && title === searchParams.get('title')).map(cloudJson) })
  if (path === '/pages') {
    const title = textAt(given, 'title') ?? ''
    const text = textAt(given, 'body', 'value') ?? ''
    if (taken(wiki, title)) return refuse(400, 'A page with this title already exists')
    return isWellFormed(text) ? replyOf(200, cloudJson(make(wiki, { title, text, labels: [] }))) : refuse(400, 'Error parsing xhtml')
  }
  const [, id, rest] = /^\/pages\/(\d+)(\/properties)?$/.exec(path) ?? []
  const page = wiki.pages.find((known) => known.id === id)
  if (page === undefined || page.hidden || page.status === 'purged') return page?.hidden === true ? refuse(403, 'Forbidden') : refuse(404, 'Not found')
  if (rest === '/properties') {
    const key = textAt(given, 'key') ?? ''
    if (page.properties.has(key)) return refuse(409, 'It exists')
    page.properties.set(key, valueAt(given, 'value'))
    return replyOf(200, { key })
  }
  return (method === 'PUT' ? update(page, wiki, given, valueAt(given, 'body', 'value')) : null) ?? replyOf(200, cloudJson(page))
}

function cloudJson({ id, title, text, version, status, labels, properties }: Kept): object {
  return {
    id,
    title,
    status,
    spaceId: '7',
    parentId: '900',
    version: { number: version, createdAt: '2026-03-05T09:00:00.000Z' },
    body: { storage: { value: text, representation: 'storage' } },
    labels: { results: [...labels].map((name) => ({ name, prefix: 'global' })) },
    properties: { results: [...properties].map(([key, value]) => ({ key, value })) },
    _links: { webui: `/spaces/OPS/pages/${id}/Title` },
  }
}

function serverAnswer({ method, url, body }: WorldRequest, wiki: Wiki): Reply {
  const { pathname, searchParams } = new URL(url)
  const given = json(body)
  if (pathname === '/rest/api/space/OPS') return replyOf(200, { id: 7, key: 'OPS', name: 'Operations' })
  if (pathname === '/rest/api/content' && method === 'GET')
    return replyOf(200, { results: wiki.pages.filter(({ title, status }) => status === 'current' && title === searchParams.get('title')).map(serverJson) })
  if (pathname === '/rest/api/content') {
    const title = textAt(given, 'title') ?? ''
    const text = textAt(given, 'body', 'storage', 'value') ?? ''
    if (taken(wiki, title)) return refuse(400, 'A page with this title already exists')
    const labels = listAt(given, 'metadata', 'labels').flatMap((label) => textAt(label, 'name') ?? [])
    return isWellFormed(text) ? replyOf(200, serverJson(make(wiki, { title, text, labels }))) : refuse(400, 'Error parsing xhtml')
  }
  const page = wiki.pages.find(({ id }) => pathname === `/rest/api/content/${id}`)
  if (page === undefined || page.status === 'purged') return refuse(404, 'No content found')
  if (page.hidden) return refuse(403, 'Forbidden')
  return (method === 'PUT' ? update(page, wiki, given, valueAt(given, 'body', 'storage', 'value')) : null) ?? replyOf(200, serverJson(page))
}

function serverJson({ id, title, text, version, status, labels, properties }: Kept): object {
  return {
    id,
    type: 'page',
    status,
    title,
    space: { key: 'OPS' },
    ancestors: [{ id: '900', title: 'Incidents' }],
    version: { number: version, when: '2026-03-05T09:00:00.000Z', by: { displayName: 'Noor' } },
    body: { storage: { value: text, representation: 'storage' } },
    metadata: {
      labels: { results: [...labels].map((name) => ({ name })) },
      properties: Object.fromEntries([...properties].map(([key, value]) => [key, { key, value }])),
    },
    _links: { webui: `/display/OPS/Title+${id}` },
  }
}
