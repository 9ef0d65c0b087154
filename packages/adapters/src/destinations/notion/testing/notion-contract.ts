import { readdirSync, readFileSync } from 'node:fs'
import type { WorldRequest } from '@blamefree/core'
import { readTypes, type Type } from './read-types.ts'
import { typeFault } from './type-fault.ts'

/** An operation as Notion's own generated types have it. */
interface Operation {
  readonly method: string
  readonly path: RegExp
  readonly query: ReadonlySet<string>
  readonly body: ReadonlySet<string>
  /** The type of its body; null where it has none. */
  readonly type: Type | null
}

/** What Notion documents and its types of that day do not have yet: the version of the Markdown. */
const ERRATA: ReadonlySet<string> = new Set(['markdown_version'])
const HEADERS: ReadonlySet<string> = new Set(['accept', 'authorization', 'notion-version', 'content-type'])

/** Reads the operations from the folder of `api-endpoints` of Notion's SDK. Throws where few are found. */
export function readContract(folder: string): NotionContract {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const text = files.join('\n')
  const types = readTypes(files)
  const operations = [
    ...text.matchAll(
      /export const (\w+) = \{\s*method: "(\w+)",\s*pathParams: \[[^\]]*\],\s*queryParams: \[([^\]]*)\],\s*bodyParams: \[([^\]]*)\],([^]*?)path: \([^)]*\): string =>\s*[`"]([^`"]+)[`"]/g,
    ),
  ].map(([, name = '', method = '', query = '', body = '', , path = '']): Operation => ({
    method: method.toUpperCase(),
    path: new RegExp(`^/v1/${path.replace(/\$\{[^}]*\}/g, '[0-9a-f-]{36}')}$`),
    query: names(query),
    body: names(body),
    type: types.get(`${name.charAt(0).toUpperCase()}${name.slice(1)}BodyParameters`) ?? null,
  }))
  if (operations.length < 30) throw new Error(`Only ${operations.length} operations were found in ${folder}.`)
  if (operations.filter(({ type }) => type !== null).length < 20) throw new Error(`Hardly any operation in ${folder} has a type for its body.`)
  return { fault: (request) => faultOf(request, { operations, types }) }
}

/** Holds requests against the vendor's types. */
export interface NotionContract {
  /** What is wrong with a request; null where nothing is. */
  fault(request: WorldRequest): string | null
}

const names = (list: string): ReadonlySet<string> => new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name))

function faultOf(
  request: WorldRequest,
  { operations, types }: { readonly operations: readonly Operation[]; readonly types: ReadonlyMap<string, Type> },
): string | null {
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
  const typed = Object.fromEntries(Object.entries(body).filter(([name]) => !ERRATA.has(name)))
  const wrong = operation.type === null ? null : typeFault(typed, operation.type, types)
  return wrong ?? limitFault(typed, 0) ?? bodyFault(url.pathname, typed)
}

/** The limits that no type holds: of lists, texts, addresses, and of all blocks together. */
function limitFault(value: unknown, level: number): string | null {
  if (Array.isArray(value)) {
    if (value.length > 100) return `a list has ${value.length} elements`
    return firstOf(value.map((item) => limitFault(item, level)))
  }
  if (typeof value !== 'object' || value === null) return null
  if (level === 0 && blocksIn(value) > 1000) return `there are ${blocksIn(value)} blocks`
  return firstOf(
    Object.entries(value).map(([key, item]) => {
      if (key === 'content' && typeof item === 'string' && item.length > 2000) return `a text has ${item.length} characters`
      if (key === 'url' && typeof item === 'string' && item.length > 2000) return `an address has ${item.length} characters`
      if (key === 'expression' && typeof item === 'string' && item.length > 1000) return `a formula has ${item.length} characters`
      return limitFault(item, level + 1)
    }),
  )
}

function blocksIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, item]) => sum + (key === 'children' && Array.isArray(item) ? item.length : 0) + blocksIn(item), 0)
}

const firstOf = (faults: readonly (string | null)[]): string | null => faults.find((found) => found !== null) ?? null

/** What types and limits do not say. */
function bodyFault(path: string, body: Record<string, unknown>): string | null {
  if (path.endsWith('/markdown')) return changeFault(body)
  if (path === '/v1/pages' && 'children' in body && 'markdown' in body) return 'markdown and children exclude each other'
  if (path === '/v1/pages' && JSON.stringify(body['parent'] ?? {}).includes('database_id')) return 'the parent is a database instead of its data source'
  return 'after' in body ? 'after is deprecated' : null
}

function changeFault(body: Record<string, unknown>): string | null {
  const { type } = body
  if (type !== 'replace_content' && type !== 'update_content') return `${String(type)} is deprecated or not known`
  const updates = (body[type] as { content_updates?: { old_str: string }[] }).content_updates
  return updates === undefined || (updates.length > 0 && updates.every(({ old_str }) => old_str !== '')) ? null : 'there are no updates, or one of nothing'
}
