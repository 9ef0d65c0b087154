import { instantFromLocal, isZone, parseInstant, zoneFromText, type Instant } from '@blamefree/core'
import { wrong, type Page, type Path } from './known-keys.ts'

/** What times in a file are read with: the zone of those without an offset, and the day of those without one. */
export interface Clock {
  readonly zone: string | null
  readonly date: string | null
}

const LOCAL = /^(?:(\d{4})-(\d\d)-(\d\d)(?:[T ]|, ?))?(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s+(\S.*))?$/

/**
 * `2026-03-04T09:00:00Z`, `2026-03-04 09:00`, `2026-03-04 09:00 Europe/London` or `09:00` → a moment. Local times are read in their own zone or the file's; a
 * time without a day is on the clock's. Null, with a problem, for anything else.
 */
export function momentOf(value: unknown, clock: Clock, path: Path, page: Page): Instant | null {
  if (value === undefined || value === null) return null
  const exact = typeof value === 'string' ? parseInstant(value) : null
  if (exact !== null) return exact
  const match = typeof value === 'string' ? LOCAL.exec(value.trim()) : null
  if (match === null) {
    wrong(page, path, 'a time such as 2026-03-04 09:00 or 2026-03-04T09:00:00Z', value)
    return null
  }
  const [, year, month, day, hour, minute, second = '0', named] = match
  const zone = named === undefined ? clock.zone : (zoneFromText(named)?.zone ?? null)
  const [y = '', m = '', d = ''] = year === undefined ? (clock.date ?? '').split('-') : [year, month, day]
  if (y === '') return refuse('no-date', `${match[0]} has no day.`, 'Write the day too, or give `date: 2026-03-04` under `incident`.', { path, page })
  if (zone === null)
    return refuse('no-zone', `${match[0]} has no zone.`, 'Give `zone: Europe/London` (or UTC) under `incident`, or an offset such as +01:00.', { path, page })
  const local = instantFromLocal(
    { year: Number(y), month: Number(m), day: Number(d), hour: Number(hour), minute: Number(minute), second: Number(second) },
    zone,
  )
  if (local === null) return refuse('no-such-time', `There is no ${match[0]}.`, 'Check the day and the hour.', { path, page })
  if (local.note !== null) {
    const what = local.note === 'ambiguous' ? 'twice; the earlier one is taken' : 'never (the clocks were put forward); it is read as that much later'
    page.problems.push(
      page.parsed.problem(local.note, `In ${zone} the clocks showed ${match[0]} ${what}.`, { path, hint: 'Write it with an offset, such as +01:00.' }),
    )
  }
  return local.instant
}

function refuse(code: string, message: string, hint: string, { path, page }: { path: Path; page: Page }): null {
  page.problems.push(page.parsed.problem(code, message, { path, hint, weight: 'error' }))
  return null
}

/** A zone as a file names it; null, with a problem, for what names none. */
export function zoneOf(value: unknown, path: Path, page: Page): string | null {
  if (value === undefined || value === null) return null
  const found = typeof value === 'string' ? (isZone(value) ? value : (zoneFromText(value)?.zone ?? null)) : null
  if (found === null) wrong(page, path, 'a time zone such as Europe/London, UTC or +02:00', value)
  return found
}

/** A calendar day; null, with a problem, for anything else. */
export function dayOf(value: unknown, path: Path, page: Page): string | null {
  if (value === undefined || value === null) return null
  const [year, month, day] = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value.split('-').map(Number) : []
  const real = year !== undefined && instantFromLocal({ year, month: month ?? 0, day: day ?? 0, hour: 0, minute: 0 }, 'UTC') !== null
  if (!real) wrong(page, path, 'a day such as 2026-03-04', value)
  return real ? (value as string) : null
}
