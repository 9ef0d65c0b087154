import { everyMatch } from './every-match.ts'

/** A moment as it is written: perhaps without its day, never with its zone worked out. */
export interface Moment {
  /** Days since 1970 as a calendar counts; null where only the clock is given. */
  readonly day: number | null
  /** Whether the year is not written: `day` is then counted in 2000. */
  readonly yearless: boolean
  /** Minutes since midnight, with seconds as a fraction; null where only the day is given. */
  readonly minute: number | null
  /** The zone as written, `PST`; empty where none is. */
  readonly zone: string
  readonly from: number
  readonly to: number
}

const MONTH = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const DATE = String.raw`(?<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2})|(?<mdy>(?:${MONTH})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})|(?<dmy>\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})\.?,? \d{4})`
const CLOCK = String.raw`(?<hour>[01]?\d|2[0-4])[:.](?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap]\.?m\b\.?))?(?: ?\(?(?<zone>UTC[+-]\d{1,2}|Z\b|[A-Z]{2,4}T\b|UTC\b|[+-]\d\d:?\d\d\b))?`
const CLOCK_ONLY = new RegExp(String.raw`(?<![\w.:/-])${CLOCK}(?![\w/%-])(?!:\d)(?!\.\d)`, 'gi')
const COLONLESS = String.raw`(?<clock>[01]\d[0-5]\d|2[0-3][0-5]\d)(?![\d:.-])`
const YEARLESS = new RegExp(
  String.raw`(?<![\w/-])(?:(?<mdy>(?:${MONTH})\.? \d{1,2}(?:st|nd|rd|th)?)|(?<dmy>\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})\.?))(?:,? at |, | - | )${CLOCK}(?![\w%])`,
  'gi',
)
const DATED = new RegExp(String.raw`(?<![\w/-])(?:${DATE})(?:(?:[ T]|,? at |, | - |\*|@){1,3}(?:${CLOCK}(?![\w%])|${COLONLESS}))?`, 'gi')

/** Every moment in a text, in order. A clock with a point (`15.26`) counts only beside a date. */
export function momentsOf(text: string): Moment[] {
  if (!/\d/.test(text)) return []
  const found: Moment[] = []
  for (const match of everyMatch(DATED, text)) {
    const day = dayOf(match.groups ?? {})
    if (day !== null) found.push({ day, yearless: false, ...clockOf(match.groups ?? {}), from: match.index, to: match.index + match[0].length })
  }
  for (const match of everyMatch(YEARLESS, text)) {
    const { mdy, dmy } = match.groups ?? {}
    const day = dayOf(mdy === undefined ? { dmy: `${dmy ?? ''} 2000` } : { mdy: `${mdy} 2000` })
    if (day !== null) found.push({ day, yearless: true, ...clockOf(match.groups ?? {}), from: match.index, to: match.index + match[0].length })
  }
  found.sort((one, other) => one.from - other.from)
  const dated = [...found]
  let next = 0
  for (const match of everyMatch(CLOCK_ONLY, text)) {
    while (next < dated.length && (dated[next]?.to ?? 0) <= match.index) next++
    if ((dated[next]?.from ?? Infinity) <= match.index || (!match[0].includes(':') && match.groups?.['half'] === undefined)) continue
    found.push({ day: null, yearless: false, ...clockOf(match.groups ?? {}), from: match.index, to: match.index + match[0].length })
  }
  return found.sort((one, other) => one.from - other.from)
}

function dayOf({ iso, mdy, dmy }: Record<string, string | undefined>): number | null {
  const words = (iso ?? mdy ?? dmy ?? '').split(/[-/ ,.]+/).filter((word) => word !== '' && word !== 'of')
  const [first = '', second = '', third = ''] = words
  const month = (name: string): number =>
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(name.slice(0, 3).toLowerCase())
  const [year, index, day] =
    iso !== undefined
      ? [Number(first), Number(second) - 1, Number(third)]
      : mdy !== undefined
        ? [Number(third), month(first), parseInt(second, 10)]
        : [Number(third), month(second), parseInt(first, 10)]
  if (index < 0 || index > 11 || day < 1 || day > 31 || year < 1970) return null
  return Math.round(Date.UTC(year, index, day) / 86_400_000)
}

function clockOf({ hour, minute, second, half, zone, clock }: Record<string, string | undefined>): { minute: number | null; zone: string } {
  if (clock !== undefined) return { minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2)), zone: '' }
  if (hour === undefined || minute === undefined) return { minute: null, zone: '' }
  const late = half?.toLowerCase().startsWith('p') === true
  const hours = half === undefined || Number(hour) > 12 ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0)
  return { minute: hours * 60 + Number(minute) + Number(second ?? 0) / 60, zone: zone ?? '' }
}

/** A span as it is written. */
export interface Span {
  readonly minutes: number
  /** How far off it may be: a unit of its smallest part, more where it says "about". */
  readonly tolerance: number
  readonly from: number
  readonly to: number
}

const UNIT = String.raw`(\d{1,5}(?:\.\d{1,2})?) ?-?(days?|d|hours?|hrs?|hr|h|minutes?|mins?|min|m|seconds?|secs?|sec|s)\b`
const SPAN = new RegExp(String.raw`(?<![\w.:-])${UNIT}(?:,? (?:and )?${UNIT}|${UNIT})?(?:,? (?:and )?${UNIT}|${UNIT})?`, 'gi')
const ABOUT = /(?:about|approx\w*\.?|around|roughly|nearly|almost|some|over|more than|less than|at least|up to|~|≈|c\.|circa|under|just) ?(?:an? )?$/i

/** Every span in a text, `4h 12m`, `about 25 minutes`. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(SPAN)) {
    let minutes = 0
    let unit = 1
    for (let index = 1; index < match.length; index += 2) {
      if (match[index] === undefined) continue
      unit = unitOf(match[index + 1] ?? 'm')
      minutes += Number(match[index]) * unit
      if (match[index]?.includes('.') === true) unit /= 10
    }
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const loose = ABOUT.test(before) || /^ ?(?:\+|or so|approx|ish|~)/i.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8))
    const tolerance = Math.max(unit < 1 ? 1 / 60 : unit >= 60 ? unit / 2 : 1, loose ? minutes * 0.25 + 5 : 0)
    spans.push({ minutes, tolerance, from: match.index, to: match.index + match[0].length })
  }
  return spans
}

function unitOf(name: string): number {
  const first = name.charAt(0).toLowerCase()
  return first === 'd' ? 1440 : first === 'h' ? 60 : first === 'm' ? 1 : 1 / 60
}

/** Minutes since 1970 as a calendar counts; null where day or clock is missing. */
export function absolute(moment: Moment): number | null {
  return moment.day === null || moment.minute === null ? null : moment.day * 1440 + moment.minute
}

const YEAR = 366 * 1440

/** Minutes from the first moment to the second; null where a day or a clock is missing. Without years, the second is at most half a year away. */
export function distance(first: Moment, second: Moment): number | null {
  const [one, other] = [absolute(first), absolute(second)]
  if (one === null || other === null || first.yearless !== second.yearless) return null
  const apart = other - one
  return first.yearless && Math.abs(apart) > YEAR / 2 ? apart - Math.sign(apart) * YEAR : apart
}

/** Minutes as people say them, `1 h 30 min`. */
export function inWords(minutes: number): string {
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${Math.round(minutes % 60)} min` : `${Math.round(minutes)} min`
}
