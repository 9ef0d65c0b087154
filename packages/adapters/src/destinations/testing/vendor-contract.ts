import type { WorldRequest } from '@blamefree/core'
import type { VendorSchema } from './vendor-schema.ts'

/** A request's parameter as the vendor's file has it. */
export interface VendorParameter {
  readonly name: string
  readonly required: boolean
  /** Given as text, also where it is a number; a list is many values. */
  readonly schema: VendorSchema
  readonly list: boolean
}

/** One operation of a vendor. */
export interface VendorOperation {
  readonly id: string
  readonly method: string
  /** `/pages/{id}`, without the base. */
  readonly path: string
  readonly deprecated: boolean
  readonly query: readonly VendorParameter[]
  readonly headers: readonly VendorParameter[]
  readonly pathParameters: readonly VendorParameter[]
  /** By media type without its parameters; null where a body is not of JSON. */
  readonly bodies: Readonly<Record<string, VendorSchema | null>>
  readonly bodyRequired: boolean
}

/** A vendor's contract: what it would say of a request, as sentences; none when the request is right. */
export interface VendorContract {
  /** Null for a request that is not for this vendor's base address. */
  check(request: WorldRequest): readonly string[] | null
}

/** Compares a JSON value with a schema, closed: sentences. Throws when the schema does not compile, which no vendor's file may hide. */
export type SchemaCheck = (schema: VendorSchema, value: unknown) => readonly string[]

/** The contract of operations below a base address. Nothing is compiled before a request needs it. */
export function vendorContract(base: string, operations: readonly VendorOperation[], checkSchema: SchemaCheck): VendorContract {
  const root = new URL(base)
  const prefix = root.pathname.replace(/\/$/, '')
  return {
    check(request) {
      const url = new URL(request.url)
      if (url.origin !== root.origin || !(url.pathname === prefix || url.pathname.startsWith(`${prefix}/`))) return null
      const path = url.pathname.slice(prefix.length)
      const found = matching(operations, request.method, path)
      if (found === null) return [`The vendor has no ${request.method} ${path}.`]
      const { operation, values } = found
      const faults: string[] = []
      if (operation.deprecated) faults.push(`${operation.id} is deprecated: the vendor may have removed it.`)
      const say = (where: string, sentences: readonly string[]): void => void faults.push(...sentences.map((sentence) => `${where} ${sentence}`))
      for (const parameter of operation.pathParameters) say(`{${parameter.name}}`, valueFaults(parameter, [values[parameter.name] ?? ''], checkSchema))
      say('The query:', queryFaults(operation, url.searchParams, checkSchema))
      for (const parameter of operation.headers) {
        const value = request.headers?.[parameter.name.toLowerCase()]
        if (value !== undefined) say(`The header ${parameter.name}:`, valueFaults(parameter, [value], checkSchema))
        else if (parameter.required) faults.push(`The header ${parameter.name} is missing.`)
      }
      return [...faults, ...bodyFaults(operation, request, checkSchema)]
    },
  }
}

interface Found {
  readonly operation: VendorOperation
  readonly values: Readonly<Record<string, string>>
}

/** The operation of a path, of several the one with the fewest parameters. What is called a path or a ref may have slashes. */
function matching(operations: readonly VendorOperation[], method: string, path: string): Found | null {
  const found = operations
    .filter((operation) => operation.method === method)
    .flatMap((operation): Found[] => {
      const names: string[] = []
      const pattern = operation.path.replace(/\{([^}]+)\}|[.*+?^$()|[\]\\]/g, (part, name?: string) => {
        if (name === undefined) return `\\${part}`
        names.push(name.replace(/^\+/, ''))
        return /^(?:\+.*|path|ref)$/.test(name) ? '(.+)' : '([^/]+)'
      })
      const match = new RegExp(`^${pattern}$`).exec(path)
      return match === null ? [] : [{ operation, values: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')])) }]
    })
  return found.toSorted((one, two) => Object.keys(one.values).length - Object.keys(two.values).length)[0] ?? null
}

function queryFaults({ query }: VendorOperation, given: URLSearchParams, checkSchema: SchemaCheck): string[] {
  const faults = query.filter(({ name, required }) => required && !given.has(name)).map(({ name }) => `${name} is missing.`)
  for (const name of new Set(given.keys())) {
    const parameter = query.find((known) => known.name === name || known.name === `${name}[]`)
    if (parameter === undefined) faults.push(`${name} is not known.`)
    else faults.push(...valueFaults(parameter, given.getAll(name), checkSchema).map((sentence) => `${name} ${sentence}`))
  }
  return faults
}

function valueFaults({ schema, list }: VendorParameter, values: readonly string[], checkSchema: SchemaCheck): readonly string[] {
  if (!list) return values.length > 1 ? ['is given more than once.'] : checkSchema(schema, typed(schema, values[0] ?? ''))
  const items = schema['items'] as VendorSchema | undefined
  const split = values.flatMap((value) => value.split(','))
  return checkSchema(
    schema,
    split.map((value) => typed(items ?? {}, value)),
  )
}

/** Text as what the schema wants, where it is that. */
function typed(schema: VendorSchema, text: string): unknown {
  const { type } = schema
  if ((type === 'integer' || type === 'number') && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text
}

function bodyFaults({ bodies, bodyRequired }: VendorOperation, { body, headers }: WorldRequest, checkSchema: SchemaCheck): readonly string[] {
  const kinds = Object.keys(bodies)
  if (body === undefined) return bodyRequired ? ['The body is missing.'] : []
  if (kinds.length === 0) return ['There is a body, and the vendor takes none.']
  const given = headers?.['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (given === undefined) return ['The header content-type is missing.']
  const kind = kinds.find((known) => known === given || known === '*/*' || (known.endsWith('/*') && given.startsWith(known.slice(0, -1))))
  if (kind === undefined) return [`The body is ${given}; the vendor takes ${kinds.join(', ')}.`]
  const schema = bodies[kind] ?? null
  if (schema === null) return []
  try {
    const value = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as unknown
    return checkSchema(schema, value).map((sentence) => `The body: ${sentence}`)
  } catch (error) {
    if (error instanceof SyntaxError) return ['The body is no JSON.']
    throw error
  }
}
