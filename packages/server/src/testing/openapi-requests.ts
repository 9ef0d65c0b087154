import type { RoutePolicy } from '../api/route.ts'

/** One route as the OpenAPI file tells it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/v1/incidents/{incident}` */
  readonly path: string
  readonly policy: RoutePolicy | undefined
  readonly body: Schema | null
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }[]
}

/** The part of JSON Schema that the file uses. */
export type Schema = Readonly<Record<string, unknown>>

/** An OpenAPI file, as far as it is looked at. */
export interface OpenApiFile {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Every route of a file. */
export function operationsOf({ paths }: OpenApiFile): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => {
      const content = (operation['requestBody'] as { content?: Record<string, { schema: Schema }> } | undefined)?.content
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        policy: operation['x-policy'] as RoutePolicy | undefined,
        body: content?.['application/json']?.schema ?? null,
        parameters: (operation['parameters'] ?? []) as Operation['parameters'],
      }
    }),
  )
}

/** Where values come from: always the least that is valid, or anything that chance says. */
export interface Draw {
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  /** A text for a schema that only asks for one. */
  words(): string
  readonly everything: boolean
}

/** The least that a schema takes. */
export const LEAST: Draw = { below: () => 0, words: () => 'words', everything: false }

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '%00',
  "'; drop table incident; --",
  '<script>',
  '../../x',
  '\\',
  '{{',
  '%',
  '_',
  '"',
  'a'.repeat(5000),
  '🔥',
  '-1',
  'null',
  '\u202e',
  ':* & |',
]

/** Chance from a seed (xorshift32), the same for the same seed. */
export function chance(seed: number): Draw {
  let state = seed | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const below = (count: number): number => next() % count
  return { below, words: () => HOSTILE[below(HOSTILE.length)] ?? '', everything: true }
}

/** A value that a schema takes; with chance, now and then one that it does not. */
export function valueFor(schema: Schema, components: OpenApiFile['components'], draw: Draw, depth = 0): unknown {
  const ref = schema['$ref']
  if (typeof ref === 'string') return valueFor(components.schemas[ref.split('/').at(-1) ?? ''] ?? {}, components, draw, depth)
  if (draw.everything && draw.below(12) === 0) return [null, 7, -1.5, 1e300, true, [], {}, draw.words(), { a: { b: [] } }][draw.below(9)]
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? schema['enum']) as readonly unknown[] | undefined
  if (choices !== undefined) {
    const chosen = choices[draw.below(choices.length)]
    return schema['enum'] === undefined ? valueFor(chosen as Schema, components, draw, depth) : chosen
  }
  if ('const' in schema) return schema['const']
  switch (schema['type']) {
    case 'object':
      return objectFor(schema, components, draw, depth)
    case 'array': {
      const count = draw.everything ? draw.below(3) : Number(schema['minItems'] ?? 0)
      return Array.from({ length: count }, () => valueFor((schema['items'] ?? {}) as Schema, components, draw, depth + 1))
    }
    case 'integer':
    case 'number':
      return draw.everything ? [0, 1, 7, 100, 1e9, Number(schema['maximum'] ?? 5)][draw.below(6)] : Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return draw.below(2) === 1
    case 'null':
      return null
    case 'string':
      return stringFor(schema, draw)
    default:
      return draw.words()
  }
}

function objectFor(schema: Schema, components: OpenApiFile['components'], draw: Draw, depth: number): unknown {
  const required = new Set((schema['required'] ?? []) as readonly string[])
  const entries = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
    .filter(([name]) => required.has(name) || (draw.everything && depth < 6 && draw.below(2) === 0))
    .map(([name, property]) => [name, valueFor(property, components, draw, depth + 1)])
  if (draw.everything && typeof schema['additionalProperties'] === 'object')
    entries.push([['severity', 'timestamps.fixed', 'roles.lead', 'links', '__proto__'][draw.below(5)], draw.words()])
  return Object.fromEntries(entries) as unknown
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01900000-0000-7000-8000-000000000000',
  'date-time': '2026-03-04T09:00:00Z',
  date: '2026-03-04',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
}

function stringFor(schema: Schema, draw: Draw): string {
  const format = FORMATS[String(schema['format'])]
  if (format !== undefined && (!draw.everything || draw.below(3) > 0)) return format
  const said = draw.words()
  return draw.everything ? said : said.padEnd(Number(schema['minLength'] ?? 0), 'x')
}

/** A request to a route: its address, with path parameters as given and what else it needs, and a body. */
export function requestTo(
  operation: Operation,
  file: OpenApiFile,
  { params, draw }: { readonly params: Readonly<Record<string, string>>; readonly draw: Draw },
): { readonly url: string; readonly body: unknown } {
  const valueOf = (schema: Schema): string => String(valueFor(schema, file.components, draw))
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const known = params[name]
    if (known !== undefined) return encodeURIComponent(known)
    return (
      encodeURIComponent(
        valueOf(operation.parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? { type: 'string' }).toWellFormed(),
      ) || 'x'
    )
  })
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && (parameter.required === true || (draw.everything && draw.below(3) === 0)))
    .map(({ name, schema }) => `${name}=${encodeURIComponent((params[`?${name}`] ?? valueOf(schema)).toWellFormed())}`)
  return {
    url: query.length === 0 ? path : `${path}?${query.join('&')}`,
    body: operation.body === null ? undefined : valueFor(operation.body, file.components, draw),
  }
}
