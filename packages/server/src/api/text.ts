import { parseInstant, type Instant } from '@blamefree/core'
import { z } from 'zod'

/** Words that somebody sends: of at most so many UTF-16 units, trimmed, without what no database and no document may hold. */
export const text = (most: number): z.ZodString =>
  z
    .string()
    .max(most)
    .overwrite((said) => said.toWellFormed().replaceAll('\u0000', '\ufffd').trim())

/** The same, and not empty. */
export const words = (most: number): z.ZodString => text(most).min(1)

/** A moment with its offset, in RFC 3339. */
export const Moment = z
  .string()
  .max(40)
  .refine((said) => parseInstant(said) !== null, 'must be a date and time with an offset, such as 2026-03-04T09:00:00Z')
  .overwrite((said) => parseInstant(said) ?? said)
  .meta({ format: 'date-time' })

/** A moment that has been checked. */
export const instant = (said: string): Instant => said as Instant

/** A calendar day. */
export const Day = z.iso.date()

/** A value of a query that may be given several times, or once with commas. */
export const Several = z.string().max(2000).describe('One value, or several with commas between them.').optional()

/** Its values; undefined when it was left out. */
export function several(said: string | undefined): string[] | undefined {
  const values = said
    ?.split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
  return values === undefined || values.length === 0 ? undefined : values
}

/** Yes or no in a query. */
export const YesNo = z.enum(['yes', 'no', 'true', 'false']).optional()
export const isYes = (said: 'yes' | 'no' | 'true' | 'false' | undefined): boolean | undefined =>
  said === undefined ? undefined : said === 'yes' || said === 'true'
