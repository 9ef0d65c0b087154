import { valueAt, type Reply, type WorldRequest } from '@blamefree/core'
import type { FakePlace } from '../../testing/page-subject.ts'
import { attachmentsOf, mapImages } from '../images.ts'

/** A document over there. */
export interface FakeDocument {
  readonly id: string
  title: string
  text: string
  revision: number
  collectionId: string
  archivedAt: string | null
  deletedAt: string | null
}

/** An Outline with one collection that keeps documents and attachments in memory. */
export interface FakeOutline extends FakePlace {
  readonly documents: Map<string, FakeDocument>
  readonly attachments: Map<string, { readonly name: string; sent: boolean }>
  readonly requests: string[]
  readonly rules: { mode: 'post' | 'put'; permission: 'read' | 'read_write' | null; mayWrite: boolean; hidden: boolean }
}

export const KEY = 'ol_api_a-secret'
export const COLLECTION = '22222222-2222-4222-8222-222222222222'
export const ADDRESS = 'https://wiki.acme.example'

/** An empty one. */
export function fakeOutline(): FakeOutline {
  const documents = new Map<string, FakeDocument>()
  const attachments = new Map<string, { readonly name: string; sent: boolean }>()
  const requests: string[] = []
  const rules: FakeOutline['rules'] = { mode: 'put', permission: null, mayWrite: true, hidden: false }
  const first = (): FakeDocument => {
    const [document] = documents.values()
    if (document === undefined) throw new Error('there is no document')
    return document
  }
  const shown = (document: FakeDocument): Reply =>
    reply(200, {
      data: {
        ...document,
        url: `/doc/x-${document.id.slice(0, 10)}`,
        parentDocumentId: null,
        updatedBy: { name: 'Kim' },
        updatedAt: '2026-03-04T10:00:00.000Z',
      },
    })
  const create = (body: Record<string, unknown>): Reply => {
    const id = String(body['id'])
    if (documents.has(id)) return reply(400, { message: 'id is taken' })
    if (body['collectionId'] !== COLLECTION) return reply(404, { message: 'Not found' })
    const document: FakeDocument = {
      id,
      title: String(body['title']),
      text: stored(String(body['text'])),
      revision: 1,
      collectionId: COLLECTION,
      archivedAt: null,
      deletedAt: null,
    }
    documents.set(id, document)
    return shown(document)
  }
  const update = (body: Record<string, unknown>): Reply => {
    const document = documents.get(String(body['id']))
    if (document === undefined || document.deletedAt !== null) return reply(404, { message: 'Not found' })
    if (body['lastRevision'] !== document.revision) return reply(409, { message: 'Document was changed' })
    document.title = String(body['title'])
    document.text = stored(String(body['text']))
    document.revision++
    return shown(document)
  }
  const attach = (body: Record<string, unknown>): Reply => {
    const id = `33333333-3333-4333-8333-${String(attachments.size + 1).padStart(12, '0')}`
    attachments.set(id, { name: String(body['name']), sent: false })
    const attachment = { url: `/api/attachments.redirect?id=${id}`, name: body['name'] }
    return rules.mode === 'put'
      ? reply(200, { data: { mode: 'put', url: `https://store.example/${id}?sig=1`, headers: { 'Content-Type': body['contentType'] }, attachment } })
      : reply(200, { data: { mode: 'post', uploadUrl: '/api/files.create', form: { key: id, acl: 'private' }, attachment } })
  }
  const route = (method: string, body: Record<string, unknown>): Reply => {
    const document = documents.get(String(body['id']))
    if (method === 'auth.info') return reply(200, { data: { user: { name: 'Noor' }, team: { name: 'Acme' } } })
    if (method === 'collections.info')
      return body['id'] === COLLECTION || body['id'] === 'hDYep1TPAM'
        ? reply(200, {
            data: { id: COLLECTION, name: 'Incidents', permission: rules.permission, sharing: false },
            policies: [{ abilities: { createDocument: rules.mayWrite } }],
          })
        : reply(404, {})
    if (method === 'users.list') return reply(200, { data: [{ id: 'u-1', email: 'Kim@acme.example' }] })
    if (method === 'documents.create') return create(body)
    if (method === 'documents.update') return update(body)
    if (method === 'attachments.create') return attach(body)
    if (document === undefined) return reply(404, { message: 'Not found' })
    if (rules.hidden) return reply(403, { message: 'Authorization error' })
    if (method === 'documents.restore') {
      document.archivedAt = null
      document.deletedAt = null
    }
    return shown(document)
  }
  return {
    documents,
    attachments,
    requests,
    rules,
    answer(request) {
      const url = new URL(request.url)
      requests.push(`${request.method} ${url.pathname}`)
      if (url.hostname === 'store.example' || url.pathname === '/api/files.create') return upload(request, attachments)
      if (request.headers?.['authorization'] !== `Bearer ${KEY}`) return reply(401, { message: 'Invalid API key' })
      return route(url.pathname.replace('/api/', ''), JSON.parse(typeof request.body === 'string' ? request.body : '{}') as Record<string, unknown>)
    },
    pages: () =>
      [...documents.values()]
        .filter(({ archivedAt, deletedAt }) => archivedAt === null && deletedAt === null)
        .map(({ title, text }) => ({ title, text: mapImages(text.trimEnd(), (address) => attachments.get(address.split('id=')[1] ?? '')?.name ?? null) })),
    state: () => JSON.stringify([[...documents.values()], attachments.size]),
    edit(change) {
      const document = first()
      const known = attachmentsOf(Object.fromEntries([...attachments].map(([id, { name }]) => [`file:${name}`, `/api/attachments.redirect?id=${id}`])))
      const named = mapImages(document.text.trimEnd(), (address) => [...known].find(([, other]) => other === address)?.[0] ?? null)
      document.text = mapImages(change(named), (address) => known.get(address) ?? null)
      document.revision++
    },
    rename(title) {
      first().title = title
      first().revision++
    },
    remove(how) {
      if (how === 'deleted') documents.delete(first().id)
      else if (how === 'archived') first().archivedAt = '2026-03-04T10:00:00.000Z'
      else if (how === 'trashed') first().deletedAt = '2026-03-04T10:00:00.000Z'
      else rules.hidden = true
    },
    seenBy(level) {
      rules.permission = level === 'people' ? null : 'read_write'
    },
  }
}

/** As Outline writes Markdown itself: stars for lists, three hyphens for a line. */
const stored = (text: string): string => `${text.replace(/^- (?!\[)/gm, '* ').replace(/^\*\*\*$/gm, '---')}\n`

function upload(request: WorldRequest, attachments: FakeOutline['attachments']): Reply {
  const text = typeof request.body === 'string' ? request.body : new TextDecoder('latin1').decode(request.body)
  const id = [...attachments.keys()].find((key) => request.url.includes(key) || text.includes(key))
  const attachment = id === undefined ? undefined : attachments.get(id)
  if (attachment === undefined) return reply(404, {})
  if (new URL(request.url).hostname === 'store.example' && valueAt(request.headers, 'authorization') !== undefined)
    return reply(400, { message: 'The key must not come here.' })
  attachment.sent = true
  return reply(200, { success: true })
}

const reply = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(value)),
})
