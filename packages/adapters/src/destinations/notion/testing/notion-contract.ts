import { readdirSync, readFileSync } from 'node:fs'
import type { WorldRequest } from '@blamefree/core'

/** An operation as Notion's own generated types have it. */
interface Operation {
  readonly method: string
  readonly path: RegExp
  readonly query: ReadonlySet<string>
  readonly body: ReadonlySet<string>
}

/** What Notion documents and its types of that day do not have yet: the version of the Markdown. */
const ERRATA: ReadonlySet<string> = new Set(['markdown_version'])
const HEADERS: ReadonlySet<string> = new Set(['accept', 'authorization', 'notion-version', 'content-type'])

/** Reads the operations from the folder of `api-endpoints` of Notion's SDK. Throws where few are found. */
export function readContract(folder: string): NotionContract {
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
  const operations = [
    ...text.matchAll(
      /method: "(\w+)",\s*pathParams: \[[^\]]*\],\s*queryParams: \[([^\]]*)\],\s*bodyParams: \[([^\]]*)\],([^]*?)path: \([^)]*\): string =>\s*[`"]([^`"]+)[`"]/g,
    ),
  ].map(([, method = '', query = '', body = '', , path = '']): Operation => ({
    method: method.toUpperCase(),
    path: new RegExp(`^/v1/${path.replace(/\$\{[^}]*\}/g, '[0-9a-f-]{36}')}$`),
    query: names(query),
    body: names(body),
  }))
  if (operations.length < 30) throw new Error(`Only ${operations.length} operations were found in ${folder}.`)
  return { fault: (request) => faultOf(request, operations) }
}

/** Holds requests against the vendor's types. */
export interface NotionContract {
  /** What is wrong with a request; null where nothing is. */
  fault(request: WorldRequest): string | null
}

const names = (list: string): ReadonlySet<string> => new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name))

function faultOf(request: WorldRequest, operations: readonly Operation[]): string | null {
  const url = new URL(request.url)
  const operation = operations.find(({ method, path }) => method === request.method && path.test(url.pathname))
  if (operation === undefined) return `${request.method} ${url.pathname} is no operation of Notion`
  for (const name of url.searchParams.keys()) if (!operation.query.has(name) && !ERRATA.has(name)) return `the query ${name} is not known`
  for (const name of Object.keys(request.headers ?? {})) if (!HEADERS.has(name)) return `the header ${name} is not known`
  if (request.headers?.['notion-version'] !== '2026-03-11') return 'the version is missing'
  if (typeof request.body !== 'string') return null
  if (request.body.length > 500_000) return 'the body is larger than 500 kB'
  const body = JSON.parse(request.body) as Record<string, unknown>
  for (const name of Object.keys(body)) if (!operation.body.has(name) && !ERRATA.has(name)) return `the field ${name} is not known`
  return bodyFault(url.pathname, body)
}

/** The shapes that the types give to the bodies that we send. */
function bodyFault(path: string, body: Record<string, unknown>): string | null {
  if (path.endsWith('/markdown')) return changeFault(body)
  if (path === '/v1/pages') {
    const parent = body['parent'] as Record<string, unknown>
    if (Object.keys(parent).length !== 1 || !('page_id' in parent || 'data_source_id' in parent)) return 'the parent is neither a page nor a data source'
    if ('children' in body && 'markdown' in body) return 'markdown and children exclude each other'
  }
  for (const value of Object.values((body['properties'] ?? {}) as Record<string, Record<string, unknown>>)) {
    const [kind = ''] = Object.keys(value)
    const parts = value[kind]
    if (!['title', 'rich_text'].includes(kind) || !Array.isArray(parts) || parts.length > 100) return `the property ${kind} is not one of ours`
    for (const part of parts as { text?: { content?: unknown } }[])
      if (typeof part.text?.content !== 'string' || part.text.content.length > 2000 || Object.keys(part).join() !== 'text') return 'a text is not one'
  }
  return null
}

function changeFault(body: Record<string, unknown>): string | null {
  const type = typeof body['type'] === 'string' ? body['type'] : ''
  const change = body[type] as Record<string, unknown>
  if (
    Object.keys(body)
      .filter((name) => name !== 'type' && !ERRATA.has(name))
      .join() !== type
  )
    return 'the change is not of its type'
  if (type === 'replace_content') return typeof change['new_str'] === 'string' && Object.keys(change).join() === 'new_str' ? null : 'replace_content is not one'
  if (type !== 'update_content') return `${type} is deprecated or not known`
  const updates = change['content_updates'] as Record<string, unknown>[]
  if (updates.length === 0 || updates.length > 100) return 'there are none or too many updates'
  return updates.every(
    (update) =>
      Object.keys(update).toSorted().join() === 'new_str,old_str' &&
      update['old_str'] !== '' &&
      Object.values(update).every((text) => typeof text === 'string'),
  )
    ? null
    : 'an update is not one'
}
