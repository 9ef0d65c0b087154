import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** Paging by where the last page ended, which stays right and quick while rows come and go. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(25).describe('How many at most.'),
  after: z.string().max(400).optional().describe('The `next` of the page before.'),
})

/** A page of something. */
export function pageOf<T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last.') })
}

/** Cuts what was read with one more than the limit to a page, and says where the next begins. */
export function cut<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { key, item }: { key: (row: Row) => readonly string[]; item: (row: Row) => Item },
): { items: Item[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(item), next: last === undefined ? null : writeKey(key(last)) }
}

export function writeKey(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The parts of `after`; null without one. A text that we did not make is refused. */
export function readKey(after: string | undefined, length: number): readonly string[] | null {
  if (after === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string' && !part.includes('\u0000'))) return parts as string[]
  } catch {
    // Said below.
  }
  throw garbled()
}

/** The number that a page ended at, for lists that are ordered by one; null without one. What is none is refused. */
export function readNumber(after: string | undefined): number | null {
  const [key] = readKey(after, 1) ?? []
  if (key === undefined) return null
  if (!/^\d{1,15}$/.test(key)) throw garbled()
  return Number(key)
}

/** The id that a page ended at, for lists that are ordered by it; null without one. What is none is refused. */
export function readId(after: string | undefined): string | null {
  const [key] = readKey(after, 1) ?? []
  if (key === undefined) return null
  if (!z.uuid().safeParse(key).success) throw garbled()
  return key
}

const garbled = (): Refusal => new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
