import { BlamefreeError } from '@blamefree/core'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'

/** Rows of a cursor at a time. */
const BATCH = 200
/** Rows that are put in at once: so many, or of so many bytes. */
const TAKE = { rows: 500, bytes: 4 * 1024 ** 2 }

/** Writes pieces to a file as they come, and makes its folder. */
export async function writePieces(path: string, pieces: AsyncIterable<Buffer | string> | Iterable<Buffer | string>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  await pipeline(Readable.from(pieces, { objectMode: true }), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

/** Writes rows, each as its JSON, to a `.json` (a list) or a `.jsonl` (one a line). No rows: no file. Gives how many there were. */
export async function writeRows(path: string, rows: AsyncIterable<string>): Promise<number> {
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) return 0
  const lines = path.endsWith('.jsonl')
  let count = 0
  const pieces = async function* (): AsyncGenerator<string> {
    if (!lines) yield '['
    for (let next: IteratorResult<string> = first; next.done !== true; next = await iterator.next()) {
      count += 1
      yield lines ? `${next.value}\n` : `${count === 1 ? '\n' : ',\n'}${next.value}`
    }
    if (!lines) yield '\n]\n'
  }
  await writePieces(path, pieces())
  return count
}

/** The rows of such a file as JSON lists of a size that the database takes in one piece. Nothing where there is no file. */
export async function* readRows(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  if (!path.endsWith('.jsonl')) {
    yield readFileSync(path, 'utf8')
    return
  }
  let batch: string[] = []
  let bytes = 0
  for await (const line of linesOf(path)) {
    if (line.trim() === '') continue
    batch.push(line)
    bytes += line.length
    if (batch.length < TAKE.rows && bytes < TAKE.bytes) continue
    yield `[${batch.join(',')}]`
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`
}

/** By line feeds only: JSON may hold what others take for the end of a line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let held: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, at)]).toString('utf8')
      held = []
      from = at + 1
    }
    held.push(chunk.subarray(from))
  }
  yield Buffer.concat(held).toString('utf8')
}

/** The rows of a small file as values. Throws a sentence when it is no list of objects. */
export function parseRows(path: string, shown: string): Readonly<Record<string, unknown>>[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  try {
    const rows: unknown = path.endsWith('.jsonl')
      ? text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]))
      : JSON.parse(text)
    if (Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))) return rows as Record<string, unknown>[]
  } catch {
    // Said below.
  }
  throw new BlamefreeError('import/file', `Cannot import: ${shown} is not a list of JSON objects. Nothing was changed.`, 'Export again, or mend the file.')
}

let cursors = 0

/** The rows of a question, a few at a time, within the transaction that it is asked in. */
export async function* streamRows<Row extends object>(
  client: pg.Client,
  question: string,
  values: readonly unknown[] = [],
  batch = BATCH,
): AsyncGenerator<Row> {
  const cursor = `rows_${++cursors}`
  await client.query(`declare ${cursor} no scroll cursor for ${question}`, [...values])
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${batch} from ${cursor}`)
    yield* rows
    if (rows.length < batch) break
  }
  await client.query(`close ${cursor}`)
}

/** A file that a row names, which has to lie in this very folder. */
export function namedFile(folder: string, name: unknown, shown: string): string {
  if (typeof name === 'string' && name !== '' && !/[/\\\0]/.test(name) && name !== '.' && name !== '..') {
    const path = join(folder, name)
    if (existsSync(path)) return path
  }
  throw new BlamefreeError(
    'import/file',
    `Cannot import: ${shown} names the file ${JSON.stringify(name)}, and there is no such file beside it. Nothing was changed.`,
    'Export again, or put the file back.',
  )
}
