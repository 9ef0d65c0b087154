import type { Problem } from '@blamefree/core'
import type { Day } from './timed-line.ts'

/** Whether dates with slashes are written day first in a text (03/04 is April 3rd), and how sure that is. */
export interface DateOrder {
  readonly dayFirst: boolean
  /** The date of the text that decides it, `13/04/2026` or `2026-04-03`; null when none does and it is month first. */
  readonly decidedBy: string | null
  /** The first date that could be read either way, or null. */
  readonly ambiguous: { readonly date: string; readonly line: number } | null
}

/** Looks through a text for dates with slashes that can be read in one way only; without any, for days that are written in full, and the day that was given. */
export function dateOrder(text: string, given: Day | null): DateOrder {
  const found = [...text.matchAll(SLASHED)].map((match) => ({ date: match[0], first: Number(match[1]), second: Number(match[2]), at: match.index }))
  const either = found.filter(({ first, second }) => isMonth(first) && isMonth(second) && first !== second)
  const [doubtful] = either
  const ambiguous = doubtful === undefined ? null : { date: doubtful.date, line: text.slice(0, doubtful.at).split(/\r\n?|\n/).length }
  const dayFirst = found.find(({ first, second }) => first > 12 && first <= 31 && isMonth(second))
  const monthFirst = found.find(({ first, second }) => second > 12 && second <= 31 && isMonth(first))
  if (dayFirst !== undefined || monthFirst !== undefined) {
    if (dayFirst !== undefined && monthFirst !== undefined) return { dayFirst: false, decidedBy: null, ambiguous }
    return { dayFirst: dayFirst !== undefined, decidedBy: (dayFirst ?? monthFirst)?.date ?? null, ambiguous }
  }
  const full = [...text.matchAll(FULL)].map((match) => ({ date: match[0], month: Number(match[1]), day: Number(match[2]) }))
  if (given !== null) full.push({ date: `${given.year}-${two(given.month)}-${two(given.day)}`, month: given.month, day: given.day })
  const asDayFirst = full.find(({ month, day }) => either.some(({ first, second }) => first === day && second === month))
  const asMonthFirst = full.find(({ month, day }) => either.some(({ first, second }) => first === month && second === day))
  if ((asDayFirst === undefined) === (asMonthFirst === undefined)) return { dayFirst: false, decidedBy: null, ambiguous }
  return { dayFirst: asDayFirst !== undefined, decidedBy: (asDayFirst ?? asMonthFirst)?.date ?? null, ambiguous }
}

/** What there is to say when a text holds a date that could be read either way. */
export function dateOrderProblems({ dayFirst, decidedBy, ambiguous }: DateOrder, file: string): Problem[] {
  if (ambiguous === null) return []
  const order = dayFirst ? 'day first' : 'month first'
  const message = `${ambiguous.date} could be read in two ways; it is read ${order}${decidedBy === null ? '' : `, because of ${decidedBy}`}.`
  const common = { code: 'transcript/date-order', message, place: { file, line: ambiguous.line } }
  return [decidedBy === null ? { ...common, hint: 'Write it as 2026-03-04.', weight: 'warning' } : { ...common, weight: 'info' }]
}

const SLASHED = /(?<![\w/.-])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\w/])/g
const FULL = /(?<![\w/.-])\d{4}[-/](\d\d)[-/](\d\d)(?!\d)/g
const isMonth = (value: number): boolean => value >= 1 && value <= 12
const two = (value: number): string => String(value).padStart(2, '0')
