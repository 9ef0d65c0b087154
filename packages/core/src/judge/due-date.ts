import type { Instant } from '../instant.ts'
import { localOf } from '../zone.ts'

/**
 * The day until which somebody said that a thing will be done, `2022-11-22`, read from the moment and in the zone they said it: an ISO date, `by Tuesday`,
 * `tomorrow`, `next week` (its Friday), `end of the month`, `3 December`, `before January`. Null when no day is named.
 */
export function dueDate(text: string, saidAt: Instant, zone: string): string | null {
  const words = text.slice(0, 2000).toLowerCase().replaceAll('\u2019', "'")
  const { year, month, day } = localOf(saidAt, zone)
  const today = Date.UTC(year, month - 1, day)
  const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(words)
  if (iso !== null && isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) return iso[0]
  return dayText(namedDay(words, today) ?? weekday(words, today) ?? relative(words, today))
}

const DAY = 86_400_000
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')

const DAY_MONTH = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})\b|\b(${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?!:)`)
const BEFORE_MONTH = new RegExp(String.raw`\bbefore (${MONTHS.join('|')})\b`)

function namedDay(words: string, today: number): number | null {
  const date = DAY_MONTH.exec(words)
  if (date !== null) return next(monthOf(date[2] ?? date[3] ?? ''), Number(date[1] ?? date[4]), today)
  const before = BEFORE_MONTH.exec(words)
  if (before === null) return null
  const first = next(monthOf(before[1] ?? ''), 1, today)
  return first === null ? null : first - DAY
}

function weekday(words: string, today: number): number | null {
  const match = new RegExp(String.raw`\b(by|before|on|until|till|for|this|next|due)?\s*(${DAYS.join('|')})\b`).exec(words)
  if (match === null || match[1] === undefined) return null
  const wanted = DAYS.indexOf(match[2] ?? '')
  const now = new Date(today).getUTCDay()
  if (match[1] === 'next') return monday(today) + 7 * DAY + ((wanted + 6) % 7) * DAY
  const ahead = (wanted - now + 7) % 7
  return today + (ahead === 0 ? 7 : ahead) * DAY
}

function relative(words: string, today: number): number | null {
  if (/\b(?:by )?(?:tomorrow|tmrw)\b/.test(words)) return today + DAY
  if (/\b(?:today|tonight|eod|end of (?:the )?day|this (?:arvo|afternoon|evening))\b/.test(words)) return today
  if (/\b(?:eow|this week|end of (?:the|this) week|before the weekend)\b/.test(words)) return friday(today)
  if (/\bnext week\b/.test(words)) return monday(today) + 11 * DAY
  const { year, month } = { year: new Date(today).getUTCFullYear(), month: new Date(today).getUTCMonth() }
  if (/\b(?:eom|this month|end of (?:the|this) month)\b/.test(words)) return Date.UTC(year, month + 1, 0)
  if (/\bnext month\b/.test(words)) return Date.UTC(year, month + 2, 0)
  if (/\b(?:this quarter|end of (?:the|this) quarter|eoq)\b/.test(words)) return Date.UTC(year, month - (month % 3) + 3, 0)
  if (/\bnext quarter\b/.test(words)) return Date.UTC(year, month - (month % 3) + 6, 0)
  return null
}

/** The Monday of a day's week. */
const monday = (day: number): number => day - ((new Date(day).getUTCDay() + 6) % 7) * DAY

/** The Friday of a day's week; said on a weekend, the coming one. */
function friday(day: number): number {
  const end = monday(day) + 4 * DAY
  return end < day ? end + 7 * DAY : end
}

const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3)))

/** The next such day of the year that is not before today. */
function next(month: number, day: number, today: number): number | null {
  const year = new Date(today).getUTCFullYear()
  const here = [year, year + 1].find((one) => isDay(one, month + 1, day) && Date.UTC(one, month, day) >= today)
  return here === undefined ? null : Date.UTC(here, month, day)
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}

function dayText(millis: number | null): string | null {
  if (millis === null || !Number.isFinite(millis) || millis > 253_402_214_400_000) return null
  return new Date(millis).toISOString().slice(0, 10)
}
