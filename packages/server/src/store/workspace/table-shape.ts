import type pg from 'pg'
import { quoted } from '../backup.ts'
import { ALL_PARTS, type Part } from './parts.ts'

/** A column that holds what was written; generated ones make themselves. */
interface Column {
  readonly name: string
  readonly json: boolean
}

/** The columns of each exported table, in their order. */
export type TableShapes = ReadonlyMap<string, readonly Column[]>

export async function tableShapes(client: pg.Client): Promise<TableShapes> {
  const { rows } = await client.query<Column & { readonly table: string }>(
    `select c.relname as table, a.attname as name, a.atttypid = 'jsonb'::regtype as json
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by c.relname, a.attnum`,
    [ALL_PARTS.map(({ table }) => table)],
  )
  return Map.groupBy(rows, ({ table }) => table)
}

/**
 * SQL for a row `t` as one jsonb value: every column under its name, JSON columns as they are. A JSON column without a value is left out, because `null` is a value
 * of JSON too. The database writes and reads all of it, so that no number passes through JavaScript.
 */
export function rowSql(shapes: TableShapes, { table, without = [], passing = [] }: Part): string {
  const columns = (shapes.get(table) ?? []).filter(({ name }) => !without.includes(name) && !passing.includes(name))
  const all = `jsonb_build_object(${columns.map(({ name, json }) => `'${name}', ${json ? 't.' + quoted(name) : `to_jsonb(t.${quoted(name)})`}`).join(', ')})`
  const empty = columns.filter(({ json }) => json).map(({ name }) => ` - case when t.${quoted(name)} is null then '${name}' else '' end`)
  return `(${all}${empty.join('')})`
}

/** SQL that puts a list of such rows (`$1`) into their table. `given` are columns whose values are parameters from `$2` on. */
export function insertSql(shapes: TableShapes, table: string, columns: readonly string[], given: readonly string[] = []): string {
  const json = new Set((shapes.get(table) ?? []).filter((column) => column.json).map(({ name }) => name))
  const values = columns.map((name) => (json.has(name) ? `x.r -> '${name}'` : `p.${quoted(name)}`))
  return `insert into ${quoted(table)} (${[...columns, ...given].map(quoted).join(', ')}) overriding system value
    select ${[...values, ...given.map((_, index) => `$${index + 2}`)].join(', ')}
    from jsonb_array_elements($1::jsonb) with ordinality as x(r, n), lateral jsonb_populate_record(null::${quoted(table)}, x.r) as p order by x.n`
}
