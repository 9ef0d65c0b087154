import { headerParameters, withHeaders, type RouteHeaders } from './openapi-headers.ts'
import { RECORD_FORM } from './upload.ts'

/** A schema of the file: the part of JSON Schema that it uses. */
export type OpenApiSchema = Readonly<Record<string, unknown>>

/** What a route takes or answers, by media type. */
export type OpenApiContent = Readonly<Record<string, { readonly schema?: OpenApiSchema }>>

export interface OpenApiAnswer {
  readonly description?: string
  readonly content?: OpenApiContent
}

export interface OpenApiOperation {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly requestBody?: { readonly required?: boolean; readonly content: OpenApiContent }
  readonly parameters?: readonly object[]
  readonly responses: Readonly<Record<string, OpenApiAnswer | { readonly $ref: string }>>
  readonly [key: string]: unknown
}

/** An OpenAPI 3.1 file. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>>; readonly [part: string]: unknown }
  readonly [key: string]: unknown
}

const NO_HEADERS: RouteHeaders = { ifMatch: null, etag: null, idempotent: false }
const SCHEMA = '#/components/schemas/'
const PROBLEM = { $ref: '#/components/responses/Problem' }
const FORM = 'multipart/form-data'

/**
 * The file that the framework makes of the routes, as people and generators want it: every body and answer has a name (what has none is called after its route: `SignInBody`, `ListMembersAnswer`),
 * errors are one answer for all, files have their media types, and nothing stands in it that no route names.
 */
export function tidyOpenApi(file: OpenApi): OpenApi {
  const schemas: Record<string, OpenApiSchema> = { ...file.components.schemas, RecordForm: RECORD_FORM }
  const paths = Object.fromEntries(
    Object.entries(file.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, tidyOperation(operation, schemas)])),
    ]),
  )
  const responses = {
    Problem: { description: 'What is wrong, and what to do.', content: { 'application/problem+json': { schema: { $ref: `${SCHEMA}Problem` } } } },
  }
  return onlyReached({ ...file, paths, components: { ...file.components, schemas, responses } })
}

function tidyOperation(operation: OpenApiOperation, schemas: Record<string, OpenApiSchema>): OpenApiOperation {
  const { requestBody, responses, parameters = [], 'x-produces': produces, 'x-consumes': consumes, 'x-headers': given, ...rest } = operation
  const headers = (given ?? NO_HEADERS) as RouteHeaders
  const all = [...parameters, ...headerParameters(headers)]
  const body = Array.isArray(consumes) ? { content: Object.fromEntries((consumes as string[]).map((type) => [type, {}])) } : requestBody
  const name = operation.operationId.replace(/^./, (letter) => letter.toUpperCase())
  const several = Object.keys(responses).filter((status) => /^2\d\d$/.test(status)).length > 1
  return {
    ...rest,
    ...(all.length === 0 ? {} : { parameters: all }),
    ...(body === undefined ? {} : { requestBody: { ...body, ...tidyBody(body.content, `${name}Body`, schemas) } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, answer]) => {
        if (/^[45]/.test(status)) return [status, PROBLEM]
        const { content = {} } = answer as OpenApiAnswer
        const answered = (one: OpenApiAnswer): [string, OpenApiAnswer] => [status, withHeaders(one, status, headers)]
        const description = MEANINGS[status] ?? 'The answer.'
        const [schema] = Object.values(content).map((one) => one.schema ?? {})
        if (schema === undefined) return answered({ description })
        if (typeof produces === 'string' && isPlain(schema))
          return answered({ description, content: { [produces]: { schema: { type: 'string', ...schema } } } })
        return answered({ description, content: { 'application/json': { schema: named(schema, `${name}${several ? status : ''}Answer`, schemas) } } })
      }),
    ),
  }
}

/** The body of a request. One that may be null may be left out. */
function tidyBody(
  content: OpenApiContent,
  name: string,
  schemas: Record<string, OpenApiSchema>,
): { readonly required: boolean; readonly content: OpenApiContent } {
  let required = true
  const tidied = Object.entries(content).map(([type, { schema = {} }]) => {
    if (type === FORM) return [type, { schema: { $ref: `${SCHEMA}RecordForm` } }] as const
    if (Object.keys(schema).length === 0 || schema['type'] === 'string') return [type, { schema: { type: 'string', format: 'binary' } }] as const
    const choices = (schema['anyOf'] ?? []) as readonly OpenApiSchema[]
    const [only, ...others] = choices.filter((choice) => choice['type'] !== 'null')
    const optional = only !== undefined && others.length === 0
    if (optional) required = false
    return [type, { schema: named(optional ? only : schema, name, schemas) }] as const
  })
  return { required, content: Object.fromEntries(tidied) }
}

/** A reference to a schema, which gets this name unless it has one. */
function named(schema: OpenApiSchema, name: string, schemas: Record<string, OpenApiSchema>): OpenApiSchema {
  if ('$ref' in schema || isPlain(schema)) return schema
  const own = listName(schema) ?? name
  schemas[own] = schema
  return { $ref: `${SCHEMA}${own}` }
}

/** `MemberList` for `{ items: Member[] }`, `MemberPage` when it also says where the next page begins. */
function listName(schema: OpenApiSchema): string | null {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, OpenApiSchema>>
  const ref = (properties['items']?.['items'] as OpenApiSchema | undefined)?.['$ref']
  const others = Object.keys(properties).filter((key) => key !== 'items')
  if (typeof ref !== 'string' || !others.every((key) => key === 'next')) return null
  return `${ref.slice(SCHEMA.length)}${others.length === 0 ? 'List' : 'Page'}`
}

const isPlain = (schema: OpenApiSchema): boolean => schema['type'] === 'string' || Object.keys(schema).every((key) => key === 'description')

/** The file without schemas that nothing names, and with `XInput` called `X` where both are the same or only one is left. */
function onlyReached(file: OpenApi): OpenApi {
  const { schemas } = file.components
  const reached = new Set<string>()
  const waiting = referencesIn([file.paths, file.components['responses']])
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...referencesIn(schemas[name]))
  }
  const names = new Map(
    [...reached].map((name) => {
      const short = name.replace(/Input$/, '')
      return [name, !reached.has(short) || JSON.stringify(schemas[short]) === JSON.stringify(schemas[name]) ? short : name]
    }),
  )
  const kept = [...reached].map((name): [string, OpenApiSchema] => [names.get(name) ?? name, schemas[name] ?? {}]).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify({ ...file, components: { ...file.components, schemas: Object.fromEntries(kept) } })
  return JSON.parse(text, (key, value: unknown) => (key === '$ref' && typeof value === 'string' ? renamed(value, names) : value)) as OpenApi
}

const renamed = (ref: string, names: ReadonlyMap<string, string>): string =>
  ref.startsWith(SCHEMA) ? `${SCHEMA}${names.get(ref.slice(SCHEMA.length)) ?? ref.slice(SCHEMA.length)}` : ref

const referencesIn = (part: unknown): string[] =>
  [...JSON.stringify(part ?? null).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '')

const MEANINGS: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; it goes on beside the requests.',
  204: 'Done; there is nothing to say.',
  302: 'Go there.',
  304: 'You have it already.',
}
