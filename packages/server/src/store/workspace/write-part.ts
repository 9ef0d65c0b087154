import { join } from 'node:path'
import type pg from 'pg'
import type { Part } from './parts.ts'
import { streamRows, writeRows } from './row-files.ts'
import { rowSql, type TableShapes } from './table-shape.ts'

/** A database in one moment, and what its tables look like. */
export interface ExportDesk {
  readonly client: pg.Client
  readonly shapes: TableShapes
}

/** Writes a part's rows of one thing, all of them where it is of none. `more` is SQL that adds to each row, with parameters from `$2` on. */
export async function writePart(
  { client, shapes }: ExportDesk,
  folder: string,
  part: Part,
  { of, more = null, given = [] }: { readonly of?: string; readonly more?: string | null; readonly given?: readonly unknown[] } = {},
): Promise<number> {
  const row = more === null ? rowSql(shapes, part) : `(${rowSql(shapes, part)} || ${more})`
  const shown = part.file.endsWith('.jsonl') ? `${row}::text` : `jsonb_pretty(${row})`
  const question = `select ${shown} as row from "${part.table}" t ${part.where === undefined ? '' : `where ${part.where}`} order by ${part.order}`
  const texts = async function* (): AsyncGenerator<string> {
    for await (const { row } of streamRows<{ row: string }>(client, question, of === undefined ? [] : [of, ...given])) yield row
  }
  return await writeRows(join(folder, part.file), texts())
}
