import { zoneFromText } from '@blamefree/core'

/** A calendar day. `year` is null where the text names none. */
export interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** A line that begins something: who (null: nobody named), when, and what stands behind it in the line. */
export interface TimedLine {
  readonly who: string | null
  readonly day: Day | 'today' | 'yesterday' | null
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** The zone that is written behind the time. */
  readonly zone: string | null
  readonly text: string
  /** A chat's line, or a line that somebody wrote for a timeline. */
  readonly chat: boolean
}

const TIME = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d)(?:[.,]\d+)?)?(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?`
const ZONE = String.raw`(?:\s?(?<zone>Z|UTC(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|GMT(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[A-Z]{2,4}T|BST|MSK)\b|\s?\((?<zone2>[A-Za-z/_+:0-9-]{1,32})\))?`
const DATE = String.raw`(?<date>\d{4}[-/]\d\d[-/]\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}\/\d{1,2}(?=,? )|(?:[A-Z][a-z]{2,8},? )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|[Tt]oday|[Yy]esterday)`
const NAME = String.raw`(?<who>[\p{L}\p{N}@][^\n:|<>\[\]]{0,60}?)`

/** A name as people write it, of which no day and no month is one. */
const FULL_NAME = String.raw`(?<who>(?!(?:Today|Yesterday|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[.]?)[ ,]|(?:January|February|March|April|August|September|October|November|December)[ ,])[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}){0,3})`

/** The shapes of a line, most particular first. Each is anchored and has no nested repetition, so that its time is linear. */
const SHAPES: readonly { readonly pattern: RegExp; readonly chat: boolean }[] = [
  // IRC: `[14:05] <nick> text`, `2026-03-04 14:05:09 <nick> text`
  { chat: true, pattern: new RegExp(String.raw`^\[?(?:${DATE}[T ,]+)?${TIME}${ZONE}\]?\s+<[@+~&% ]?(?<who>[^<>\s]{1,40})>\s?(?<text>.*)$`, 'u') },
  // WhatsApp: `[04/03/2026, 14:05:09] Name: text`, `04/03/2026, 14:05 - Name: text`
  { chat: true, pattern: new RegExp(String.raw`^\[?${DATE},\s${TIME}\]?(?:\s-)?\s${NAME}:\s(?<text>.*)$`, 'u') },
  // Discord: `Name — 03/04/2026 4:15 PM`, `Name — Today at 4:15 PM`
  { chat: true, pattern: new RegExp(String.raw`^${NAME}\s*[—–]\s*(?:${DATE}(?:,| at)?\s)?${TIME}(?<text>)$`, 'u') },
  // Slack: `Name  [4:15 PM]`, `Name  4:15 PM`; Teams: `Name  3/4/2026 4:15 PM`, `Name [Today at 4:15 PM] text`
  {
    chat: true,
    pattern: new RegExp(String.raw`^${NAME}(?:\s+APP)?(?:\s{2,}|\s*\[|\t)\s*\[?(?:${DATE}(?:,| at)?\s)?${TIME}\]?(?:\s+\(edited\))?(?<text>)$`, 'u'),
  },
  { chat: true, pattern: new RegExp(String.raw`^${NAME}\s\[(?:${DATE}(?:,| at)?\s)?${TIME}\]:?\s(?<text>.*)$`, 'u') },
  // Teams on a phone: `[4:15 PM] Name: text` or the name alone
  { chat: true, pattern: new RegExp(String.raw`^\[(?:${DATE},?\s)?${TIME}\]\s${NAME}(?::\s(?<text>.*))?$`, 'u') },
  // The same with one space, as other programs pass it on: `Ada Obi 4:15 PM`
  { chat: true, pattern: new RegExp(String.raw`^${FULL_NAME}(?=.{4,14}[AaPp]\.?[Mm]\.?$) ${TIME}(?<text>)$`, 'u') },
  // Zoom: `14:05:09 From Ada Obi to Everyone: text`, `14:05:09\t From Ada Obi : text`
  { chat: true, pattern: new RegExp(String.raw`^${TIME}\s+From\s+${NAME}(?:\s+to\s+[^\n:]{1,60})?\s*:\s?(?<text>.*)$`, 'iu') },
  // A time alone: the next message of the same person, or of whom the line above names.
  { chat: true, pattern: new RegExp(String.raw`^\s*\[?(?:${DATE}(?:,| at)?\s)?${TIME}\]?(?<text>)$`, 'u') },
  // By hand: `14:05 rollback started`, `- 14:05Z – text`, `2026-03-04 14:05 UTC: text`, `| 14:05 | text |`, `* [14:05] text`
  {
    chat: false,
    pattern: new RegExp(
      String.raw`^\s*(?:[-*+•|]\s+|\d+\.\s+)?[*_[(]{0,3}(?:${DATE}(?:,| at|T)?\s?)?${TIME}${ZONE}[*_\])]{0,3}(?:\s*[-–—|:]{1,2}\s*|,?\s+)(?<text>\S.*)$`,
      'u',
    ),
  },
]

/** The beginning of an entry, or null for a line that goes on or says no time. `dayFirst` says how dates with slashes are written. */
export function timedLine(line: string, dayFirst = false): TimedLine | null {
  if (line.length > 4_000 || !/\d[:.]\d\d/.test(line.slice(0, 160))) return null
  for (const { pattern, chat } of SHAPES) {
    const groups = pattern.exec(line)?.groups
    if (groups === undefined || isMarkup(groups)) continue
    const clock = clockOf(groups)
    const day = groups['date'] === undefined ? null : dayOf(groups['date'], dayFirst)
    if (clock === null || (groups['date'] !== undefined && day === null)) continue
    const zone = groups['zone'] ?? groups['zone2']
    return {
      who: groups['who']?.trim() ?? null,
      day,
      ...clock,
      zone: zone === undefined ? null : (zoneFromText(zone)?.zone ?? null),
      text: groups['text'] ?? '',
      chat,
    }
  }
  return null
}

/** The day of a line that is nothing but a day: `Thursday, March 4th`, `--- 2026-03-04 ---`, `## March 4, 2026`. */
export function dayHeading(line: string, dayFirst = false): TimedLine['day'] {
  if (line.length > 80) return null
  const text = line.replace(/^[\s#*=_>-]+|[\s#*=_:-]+$/g, '')
  const match = HEADING.exec(text)
  return match === null ? null : dayOf(match[0], dayFirst)
}

const HEADING = new RegExp(`^${DATE}$`)
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function clockOf(groups: Readonly<Record<string, string | undefined>>): { hour: number; minute: number; second: number } | null {
  const { hour: hours = '', minute = '', second = '0', half } = groups
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minute) > 59 || Number(second) > 60 || (half !== undefined && Number(hours) > 12)) return null
  return { hour, minute: Number(minute), second: Number(second) }
}

/** An element of HTML, which is closed later in the line or never is, looks as a nick does: `14:05 <b>down</b>`. */
function isMarkup({ who = '', text = '' }: Readonly<Record<string, string | undefined>>): boolean {
  return /^(?:br|hr|img)\/?$/i.test(who) || (/^[a-z][a-z0-9]*$/i.test(who) && text.toLowerCase().includes(`</${who.toLowerCase()}>`))
}

/** `03/04/2026` is month first, as Teams and Discord write it in their own language, unless the text is `dayFirst`; a number over 12 is a day, and so is one before a dot. */
function dayOf(text: string, dayFirst: boolean): Day | 'today' | 'yesterday' | null {
  if (/^today$/i.test(text)) return 'today'
  if (/^yesterday$/i.test(text)) return 'yesterday'
  const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)$/.exec(text)
  if (iso !== null) return valid({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const numbers = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{2,4})$/.exec(text)
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])]
    const isDayFirst = numbers[2] === '.' || first > 12 || (dayFirst && second <= 12)
    return valid({ year: year < 100 ? 2000 + year : year, month: isDayFirst ? second : first, day: isDayFirst ? first : second })
  }
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[2])]
    const isDayFirst = first > 12 || (dayFirst && second <= 12)
    return valid({ year: null, month: isDayFirst ? second : first, day: isDayFirst ? first : second })
  }
  const words = /([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text)
  const month = MONTHS.indexOf((words?.[1] ?? '').slice(0, 3).toLowerCase()) + 1
  return month === 0 ? null : valid({ year: words?.[3] === undefined ? null : Number(words[3]), month, day: Number(words?.[2]) })
}

function valid(day: Day): Day | null {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31 ? day : null
}
