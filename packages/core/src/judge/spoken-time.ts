import { instantFromMillis, millisOf, type Instant } from '../instant.ts'
import { zoneFromText } from '../zone.ts'
import { lastTimeOfDay } from './last-time-of-day.ts'

/** A time of day or a duration as somebody spoke of it, where it stands in the words, and the words that lead up to it. */
export interface SpokenTime {
  readonly at: Instant
  /** A time of day, or so long before it was said. */
  readonly kind: 'clock' | 'span'
  /** `since`, `around`, `fell from 97 to 4 at`: at most 60 characters. */
  readonly before: string
}

/**
 * The moments in the past that words (in lower case) name: `14:02`, `9.15 utc`, `6 am`, `since 8`, `since 0220`, `ten to six`, `half past nine`, `noon`, `for 7 mins`, `in the last 10 min`, `an hour ago`; the
 * last such time at or before they were said, on the clock of `zone` unless they name another. A time of twelve hours is the nearer of its two.
 */
export function spokenTimes(words: string, said: Instant, zone: string): readonly SpokenTime[] {
  const times: SpokenTime[] = []
  for (const match of words.slice(0, LONGEST).matchAll(TIME)) {
    const at = momentOf(match, said, zone)
    const kind = match.groups?.['unit'] === undefined && match.groups?.['agoUnit'] === undefined ? 'clock' : 'span'
    if (at !== null) times.push({ at, kind, before: words.slice(Math.max(0, match.index - 60), match.index) })
  }
  return times
}

function momentOf(match: RegExpExecArray, said: Instant, zone: string): Instant | null {
  const groups = match.groups ?? {}
  const count = groups['count'] ?? groups['ago']
  if (count !== undefined) return ago(count, groups['unit'] ?? groups['agoUnit'] ?? '', said)
  const clock = clockOf(groups)
  if (clock === null || clock.hour > 23 || clock.minute > 59) return null
  const spokenZone = groups['zone'] === undefined ? zone : (zoneFromText(groups['zone'].toUpperCase())?.zone ?? zone)
  const first = lastTimeOfDay(said, clock, spokenZone)
  const second = clock.twelve && clock.hour < 12 ? lastTimeOfDay(said, { hour: clock.hour + 12, minute: clock.minute }, spokenZone) : null
  return second !== null && (first === null || second > first) ? second : first
}

interface Clock {
  readonly hour: number
  readonly minute: number
  /** Said without telling morning from afternoon. */
  readonly twelve: boolean
}

function clockOf(groups: Readonly<Record<string, string | undefined>>): Clock | null {
  if (groups['named'] !== undefined) return { hour: groups['named'] === 'midnight' ? 0 : 12, minute: 0, twelve: false }
  if (groups['spelled'] !== undefined) {
    const hour = hourOf(groups['spelled'])
    const minute = MINUTES.get(groups['part'] ?? '') ?? Number(groups['part'])
    if (hour === null || !Number.isFinite(minute)) return null
    return groups['side'] === 'to' ? { hour: (hour + 11) % 12, minute: 60 - minute, twelve: true } : { hour: hour % 12, minute, twelve: true }
  }
  if (groups['military'] !== undefined) return { hour: Number(groups['military'].slice(0, 2)), minute: Number(groups['military'].slice(2)), twelve: false }
  const digits = groups['hour'] ?? groups['whole'] ?? groups['bare'] ?? ''
  const half = groups['half'] ?? groups['wholeHalf']
  const hour = Number(digits)
  const minute = Number(groups['minute'] ?? 0)
  if (half !== undefined) return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, twelve: false }
  return { hour, minute, twelve: digits.length === 1 && hour > 0 }
}

function ago(count: string, unit: string, said: Instant): Instant | null {
  const number = COUNTS.get(count) ?? Number(count)
  const minutes = unit.startsWith('h') ? number * 60 : number
  return Number.isFinite(minutes) && minutes > 0 ? instantFromMillis(millisOf(said) - minutes * 60_000) : null
}

function hourOf(word: string): number | null {
  const place = HOURS.indexOf(word)
  return place === -1 ? (/^\d+$/.test(word) ? Number(word) : null) : place + 1
}

const HOURS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const MINUTES = new Map([
  ['twenty-five', 25],
  ['twenty five', 25],
  ['five', 5],
  ['ten', 10],
  ['quarter', 15],
  ['a quarter', 15],
  ['twenty', 20],
  ['half', 30],
])
const COUNTS = new Map([
  ['a', 1],
  ['an', 1],
  ['half an', 0.5],
  ['two', 2],
  ['three', 3],
  ['five', 5],
  ['ten', 10],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
])
const LONGEST = 1000

const HOUR_WORD = String.raw`(?<spelled>${HOURS.join('|')}|\d{1,2})`
const TIME = new RegExp(
  [
    String.raw`(?<![\d.:/-])(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?!\d|[.:/-]\d|%| ?(?:%|ms|gb|mb|s\b|sec|x\b))(?::\d\d)? ?(?<half>am|pm)?\b(?: (?<zone>utc|gmt|[ecmp][sd]t|[cw]?e?s?t|bst|ist)\b)?`,
    String.raw`(?<![\d.:/-])(?<whole>\d{1,2}) ?(?<wholeHalf>am|pm)\b`,
    String.raw`\b(?<part>five|ten|twenty[- ]five|twenty|(?:a )?quarter|half|\d{1,2}) (?<side>to|past|after) ${HOUR_WORD}\b(?! (?:minutes|mins|hours|%|of|\w+s\b))`,
    String.raw`(?<=\b(?:since|from|started|began)(?: right| exactly| about| around)?(?: at)? )(?<bare>\d{1,2})(?= o'clock|[,.)!]|$| this morning| today| and)`,
    String.raw`(?<=\bsince |\bfrom )(?<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?= ?(?:h|hrs?|hours|z|utc|local)?(?:[,.)!;]|$| (?![a-z]*s\b)))`,
    String.raw`\b(?<named>noon|midday|midnight)\b`,
    String.raw`\b(?:for|in the|since|the (?=last|past)|(?=last|past))(?: (?:the|about|around|like|at least|over|roughly|almost|nearly|last|past|maybe|~)){0,3} ?(?<count>\d{1,3}|half an|an?|two|three|five|ten|fifteen|twenty|thirty) ?(?<unit>h|hours?|hrs?|m|mins?|minutes?)\b`,
    String.raw`\b(?<ago>\d{1,3}|half an|an?|two|three|five|ten|fifteen|twenty|thirty) ?(?<agoUnit>h|hours?|hrs?|m|mins?|minutes?) ago\b`,
  ].join('|'),
  'g',
)
