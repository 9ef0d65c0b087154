import type pg from 'pg'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly check: string | null
  readonly target: string | null
}

/** Puts a row into every table, with a value in every column that we can make one for, hostile ones among them. References are satisfied in whatever order they need. */
export async function fillTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, ({ table }) => table)
  const waiting = new Set(tables.keys())
  while (waiting.size > 0) {
    const next = [...waiting].find((table) => (tables.get(table) ?? []).every(({ target }) => target === null || target === table || !waiting.has(target)))
    if (next === undefined) throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    waiting.delete(next)
    await insertRow(client, next, tables.get(next) ?? [])
  }
}

async function insertRow(client: pg.Client, table: string, columns: readonly Column[]): Promise<void> {
  const expressions = columns.map((column) => expression(column))
  await client.query(`insert into "${table}" (${columns.map(({ column }) => `"${column}"`).join(', ')}) select ${expressions.join(', ')}`)
}

/** A value as SQL: what a check allows, what a reference points at, or something that a careless copy would spoil. */
function expression({ table, column, type, check, target }: Column): string {
  if (target !== null && target !== table) return `(select "${REFERRED[target] ?? 'id'}" from "${target}" limit 1)`
  if (target === table) return 'null'
  if (column === 'id' && type === 'int4') return '1'
  const allowed = check === null ? null : /'([^']+)'/.exec(check)
  if (allowed !== null && type === 'text') return `'${DONE.exec(check ?? '')?.[1] ?? allowed[1] ?? ''}'`
  return VALUES[type] ?? 'null'
}

/** A state that is over, so that a restored row is as it was. */
const DONE = /'(done|delivered)'/
const REFERRED: Readonly<Record<string, string>> = { raw: 'hash' }

const VALUES: Readonly<Record<string, string>> = {
  text: `E'tab\\t, line\\n, back\\\\slash, \\\\N, \\\\., quote '' " — ünïcödé 🔥 \\u2028'`,
  uuid: `'0198c0de-0000-7000-8000-000000000001'`,
  int4: '7',
  int8: '9007199254740993',
  bool: 'true',
  bytea: `'\\x00ff0a5c2e'::bytea`,
  timestamptz: `'2026-03-29T01:30:00.123456Z'`,
  date: `'2026-02-28'`,
  _text: `array['a,b', '{"x"}', '', 'NULL', E'\\\\']`,
  jsonb: `'{"a": ["\\\\N", "\\t", "\\u0041", 12345678901234567890.123, null]}'`,
}

const COLUMNS = `
  select c.table_name as table, c.column_name as column, c.udt_name as type,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.table_name::regclass and k.contype = 'c' and array_length(k.conkey, 1) = 1
        and k.conkey[1] = a.attnum limit 1) as check,
    (select k.confrelid::regclass::text from pg_constraint k
      where k.conrelid = c.table_name::regclass and k.contype = 'f' and array_length(k.conkey, 1) = 1 and k.conkey[1] = a.attnum limit 1) as target
  from information_schema.columns c
  join pg_attribute a on a.attrelid = c.table_name::regclass and a.attname = c.column_name
  where c.table_schema = 'public' and c.table_name <> 'migration' and c.is_generated = 'NEVER' and coalesce(c.identity_generation, '') <> 'ALWAYS'
  order by c.table_name, c.ordinal_position`
