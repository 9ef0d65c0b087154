import type { OpenApiSchema } from '../tidy-openapi.ts'
import { html, prose, type Html } from './html.ts'

const SCHEMA = '#/components/schemas/'

/** A schema in a line, with links to those that have a name: `string`, `"key" or "detail"`, `list of Incident`. */
export function typeHtml(schema: OpenApiSchema): Html {
  const { $ref: ref, const: fixed, enum: choices, anyOf, type, items } = schema
  if (typeof ref === 'string') return link(ref.slice(SCHEMA.length))
  if (fixed !== undefined) return html`<code>${JSON.stringify(fixed)}</code>`
  if (Array.isArray(choices)) return either(choices.map((choice) => html`<code>${JSON.stringify(choice)}</code>`))
  if (Array.isArray(anyOf)) return either((anyOf as readonly OpenApiSchema[]).map(typeHtml))
  if (Array.isArray(type)) return either((type as readonly string[]).map((one) => typeHtml({ ...schema, type: one, enum: undefined })))
  if (type === 'array') return html`list of ${typeHtml((items ?? {}) as OpenApiSchema)}`
  if (type === 'object') return 'properties' in schema ? html`object` : html`object of ${typeHtml((schema['additionalProperties'] || {}) as OpenApiSchema)}`
  if (typeof type === 'string') return html`${WORDS[String(schema['format'])] ?? WORDS[type] ?? type}`
  return html`anything`
}

/** The fields of a schema as rows of a table, those of objects within it below it with their whole path. A schema that is no object is a sentence. */
export function fieldsHtml(schema: OpenApiSchema): Html {
  const rows = rowsOf(schema, '')
  if (rows.length === 0) return html`<p>${typeHtml(schema)}. ${prose(textAt(schema, 'description'))}</p>`
  return html`${textAt(schema, 'description') === '' ? null : html`<p>${prose(textAt(schema, 'description'))}</p>`} ${tableHtml('Field', rows)}`
}

/** Rows of `fieldHtml`, under what their first column is. */
export function tableHtml(first: string, rows: readonly Html[]): Html {
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          <th>${first}</th>
          <th>What</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

/** One row: a name, its type, and what is to be known about it. */
export function fieldHtml(name: string, schema: OpenApiSchema, mark: 'needed' | 'optional' | null): Html {
  const said = [textAt(schema, 'description'), limits(schema)].filter((part) => part !== '').join(' ')
  return html`<tr>
    <th scope="row"><code>${breakable(name)}</code>${mark === null ? null : html` <span class="${mark}">${mark}</span>`}</th>
    <td>${typeHtml(schema)}${said === '' ? null : html`<br /><small>${prose(said)}</small>`}</td>
  </tr> `
}

function rowsOf(schema: OpenApiSchema, above: string): Html[] {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, OpenApiSchema>>)
  const needed = new Set((schema['required'] ?? []) as readonly string[])
  return properties.flatMap(([name, property]) => {
    const path = above + name
    const { inner, mark } = innerOf(property)
    return [fieldHtml(path, property, needed.has(name) ? null : 'optional'), ...(inner === null ? [] : rowsOf(inner, `${path}${mark}.`))]
  })
}

/** The object without a name that a field holds, alone, in a list or beside null. */
function innerOf(schema: OpenApiSchema): { readonly inner: OpenApiSchema | null; readonly mark: string } {
  if ('properties' in schema) return { inner: schema, mark: '' }
  if (schema['type'] === 'array') return { ...innerOf((schema['items'] ?? {}) as OpenApiSchema), mark: '[]' }
  const choices = (schema['anyOf'] ?? []) as readonly OpenApiSchema[]
  const objects = choices.filter((choice) => innerOf(choice).inner !== null)
  return objects.length === 1 && objects[0] !== undefined ? innerOf(objects[0]) : { inner: null, mark: '' }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  'date-time': 'moment (ISO 8601)',
  date: 'day (YYYY-MM-DD)',
  uuid: 'id (UUID)',
  email: 'e-mail address',
  uri: 'address (URL)',
  binary: 'bytes',
}

/** Numbers beyond these are the language’s, not ours. */
const SAFE = Number.MAX_SAFE_INTEGER

function limits(schema: OpenApiSchema): string {
  const number = (key: string): number | null => (typeof schema[key] === 'number' && Math.abs(schema[key]) < SAFE ? schema[key] : null)
  const parts = [
    range(number('minimum'), number('maximum'), ''),
    range(number('minLength'), number('maxLength'), ' letters'),
    range(number('minItems'), number('maxItems'), ' items'),
    'default' in schema ? `Left out: \`${JSON.stringify(schema['default'])}\`.` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function range(least: number | null, most: number | null, of: string): string {
  const count = (value: number): string => `${grouped(value)}${of}`
  if (least !== null && most !== null) return `${grouped(least)} to ${count(most)}.`
  if (least !== null && least > 0) return `At least ${count(least)}.`
  return most === null ? '' : `At most ${count(most)}.`
}

const grouped = (value: number): string => new Intl.NumberFormat('en-GB').format(value)

const either = (choices: readonly Html[]): Html => html`${choices.map((choice, index) => (index === 0 ? choice : html` or ${choice}`))}`

const link = (name: string): Html => html`<a href="#schema-${name}">${name}</a>`

/** A long path may break after its dots. */
const breakable = (path: string): Html => html`${path.split(/(?<=\.)/).map((part, index) => (index === 0 ? html`${part}` : html`<wbr />${part}`))}`

const textAt = (schema: OpenApiSchema, key: string): string => (typeof schema[key] === 'string' ? schema[key] : '')
