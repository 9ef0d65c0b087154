import { instantFromMillis } from '../instant.ts'
import { isZone, offsetMinutes, zoneFromText } from '../zone.ts'
import { abbreviationOf } from '../zone-names.ts'
import type { Found } from './finding.ts'
import { momentsOf } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'

const SEASONAL = /\b(?:PST|PDT|EST|EDT|CDT|CST|MDT|CET|CEST|EET|EEST|WEST|BST|AEST|AEDT|NZST|NZDT|AKST|AKDT)\b/g

/** Times without a zone anywhere in the document: one finding, at the first time. */
export function noZone(passages: readonly Passage[], source: string): Found[] {
  for (const passage of passages) {
    const moment = momentsOf(passage.text).find((one) => one.minute !== null)
    if (moment === undefined) continue
    if (zoneIn(source)) return []
    const message = 'The document tells times and nowhere their time zone.'
    return [foundAt(passage, [moment.from, moment.to], { rule: 'no-zone', message, hint: 'Write it once, above the timeline: “All times in UTC.”' })]
  }
  return []
}

function zoneIn(source: string): boolean {
  if (/\d(?:Z|[+-]\d\d:?\d\d)\b/.test(source) && /T\d\d:\d\d/.test(source)) return true
  if (/\b(?:UTC|GMT|[PEMCA][SD]T|AK[SD]T|NZ[SD]T|AE[SD]T|CES?T|EES?T|WES?T|BST|IST|JST|SGT|HKT|KST|MSK|SAST)\b/.test(source)) return true
  return /\b(?:local|pacific|eastern|central|mountain|european|universal|london|berlin|paris|uk)(?: \w{1,12})? time\b|\btime ?zone|\b(?:Europe|America|Asia|Africa|Australia|Pacific|Etc)\/[A-Z]\w|\d ?[PEC]T\b/i.test(
    source,
  )
}

/** An abbreviation for the other half of the year. Needs a date: the passage's own, or else the document's first. */
export function zoneSeason(passages: readonly Passage[], frontDay: number | null): Found[] {
  const found: Found[] = []
  let day = frontDay
  const american = passages.some(({ text }) => /\b[PEM][SD]T\b/.test(text))
  const dayIn = (text: string): number | null => momentsOf(text).find((moment) => moment.day !== null && !moment.yearless)?.day ?? slashedDay(text, american)
  const first = firstOf(passages, dayIn)
  for (const passage of passages) {
    const own = dayIn(passage.text)
    day = own ?? day ?? first
    for (const match of passage.text.matchAll(SEASONAL)) {
      const better = day === null ? null : otherName(match[0], day)
      if (better === null) continue
      const message = `On that day clocks showed ${better}, not ${match[0]}.`
      found.push(
        foundAt(passage, [match.index, match.index + match[0].length], {
          rule: 'zone-season',
          message,
          hint: `Write ${better}, or use UTC.`,
          suggestion: better,
        }),
      )
    }
  }
  return found
}

function otherName(name: string, day: number): string | null {
  const zone = zoneFromText(name)?.zone
  const noon = instantFromMillis(day * 86_400_000 + 43_200_000)
  if (zone === undefined || noon === null || !isZone(zone)) return null
  const right = abbreviationOf(zone, offsetMinutes(noon, zone))
  return right === null || right === name ? null : right
}

function firstOf(passages: readonly Passage[], dayIn: (text: string) => number | null): number | null {
  for (const { text } of passages) {
    const day = dayIn(text)
    if (day !== null) return day
  }
  return null
}

const SLASHED = /(?<![\w/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/-])/

/** `7/27/2023`, `06-10-2025`: month first where the document's zones are American, day first elsewhere, or whichever is possible. */
function slashedDay(text: string, american: boolean): number | null {
  const [, one = '', , other = '', year = ''] = SLASHED.exec(text) ?? []
  if (one === '') return null
  const monthFirst = Number(other) > 12 || (american && Number(one) <= 12)
  const [month, day] = monthFirst ? [Number(one), Number(other)] : [Number(other), Number(one)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return Math.round(Date.UTC(year.length === 2 ? 2000 + Number(year) : Number(year), month - 1, day) / 86_400_000)
}
