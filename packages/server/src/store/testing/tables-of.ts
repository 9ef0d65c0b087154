import type pg from 'pg'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly has_default: boolean
  readonly generated: boolean
}

/** What is nested in a jsonb column, by `table.column`. Anything else is unknown and must be looked at before it is used. */
const SHAPES: Readonly<Record<string, string>> = {
  'configuration.value': 'Configuration',
  'incident.facts': 'StoredFacts',
  'incident.problems': 'readonly Problem[]',
  'event.value': 'StoredEvent',
  'event.original': 'Partial<TimelineEvent>',
  'incident_person.value': 'Person',
  'follow_up.ticket': 'Link',
  'follow_up.origin': 'Origin',
  'post_mortem.document': 'Document',
  'post_mortem_version.document': 'Document',
  'incident_raw.reading': 'Reading',
}

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  timestamptz: 'Moment',
  date: 'string',
  _text: 'string[]',
  tsvector: 'string',
  jsonb: 'Json<unknown>',
}

/** The text of `tables.ts` for a database as it is, so that a test can hold the file against the migrations. */
export async function tablesOf(client: pg.Client | pg.Pool): Promise<string> {
  const { rows } = await client.query<Column>(
    `select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable,
            column_default is not null or is_identity = 'YES' as has_default, is_generated = 'ALWAYS' or identity_generation = 'ALWAYS' as generated
     from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  )
  const tables = Map.groupBy(rows, ({ table }) => table)
  const names = [...tables.keys()]
  const interfaces = names.map((name) => {
    const columns = (tables.get(name) ?? []).map((column) => `  ${column.column}: ${typeOf(column)}`)
    return `export interface ${title(name)}Table {\n${columns.join('\n')}\n}\n`
  })
  const index = `export interface Tables {\n${names.map((name) => `  ${name}: ${title(name)}Table`).join('\n')}\n}\n`
  return `${HEAD}${index}\n${interfaces.join('\n')}`
}

function typeOf({ table, column, type, nullable, has_default, generated }: Column): string {
  const shape = SHAPES[`${table}.${column}`]
  let text = shape === undefined ? (TYPES[type] ?? `never /* ${type} */`) : `Json<${shape}>`
  if (nullable && !text.startsWith('Json<')) text = `${text} | null`
  if (nullable && text.startsWith('Json<')) text = `NullableJson<${text.slice(5, -1)}>`
  if (nullable && text === 'Moment | null') text = 'NullableMoment'
  if (generated) return `GeneratedAlways<${text}>`
  if (has_default && (text === 'Moment' || text.startsWith('Json<'))) return `Default${text}`
  return has_default ? `Generated<${text}>` : text
}

const title = (name: string): string => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const HEAD = `// Every table, as the migrations make them. Made by \`npm run tables\`; a test holds it against the database. Edit the migrations, not this.
import type { Configuration, Document, Instant, Link, Origin, Person, Problem, Reading, TimelineEvent } from '@blamefree/core'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { StoredEvent, StoredFacts } from './stored.ts'

/** timestamptz: read as an instant, written as anything that PostgreSQL reads. */
type Moment = ColumnType<Instant, string, string>
type DefaultMoment = ColumnType<Instant, string | undefined, string>
type NullableMoment = ColumnType<Instant | null, string | null | undefined, string | null>
/** jsonb: read as what it is, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
type DefaultJson<T> = ColumnType<T, string | undefined, string>
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** Every table by its name. */
`
