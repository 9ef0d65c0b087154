import { cleanText } from '@blamefree/core'
import { namesAbove } from './names-above.ts'
import { namesBehind } from './names-behind.ts'
import { isDocument, proseLines } from './prose.ts'
import { speakersOf } from './speakers.ts'
import { dayHeading, timedLine, type TimedLine } from './timed-line.ts'

/** What somebody said or noted: the line that begins it, and all that belongs to it. */
export interface Entry {
  readonly line: TimedLine
  /** 1-based. */
  readonly number: number
  readonly who: string | null
  readonly text: string
  readonly edited: boolean
  /** The day that a heading since the entry before named, or null. */
  readonly heading: TimedLine['day']
}

interface Open {
  readonly line: TimedLine
  readonly number: number
  readonly heading: TimedLine['day']
  who: string | null
  readonly body: string[]
}

/** What chats show around messages and people copy with them. */
const DECORATION =
  /^(?:\d+ repl(?:y|ies)|last reply .*|view (?:thread|newer replies|message)|replied to a thread:?.*|also sent to the channel|new(?: messages)?|:[a-z0-9_+-]+:(?:\s?\d+)?|\p{Extended_Pictographic}\uFE0F?\s?\d*|```\w*|<[^>]*>)$/iu

/** The entries of a text; the lines of its prose that begin with a time and are none; and those that belong to no entry and are left out. Lines by number. */
export interface Entries {
  readonly entries: readonly Entry[]
  readonly passedOver: readonly number[]
  readonly leftOut: readonly number[]
}

/** A text cut into its entries; what stands before the first is nobody's. `dayFirst` says how dates with slashes are written. */
export function entriesOf(text: string, dayFirst = false): Entries {
  const entries: Open[] = []
  const lines = text.split(/\r\n?|\n/)
  const prose = proseLines(lines)
  const names = namesAbove(lines)
  const behind = namesBehind(lines)
  const passedOver: number[] = []
  const leftOut: number[] = []
  let heading: TimedLine['day'] = null
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/^> ?/, '').trimEnd()
    const said = line === '' ? null : dayHeading(line, dayFirst)
    if (said !== null) {
      heading = said
      continue
    }
    const timed = named(timedLine(line, dayFirst), behind.get(index + 1))
    const open = entries.at(-1)
    if (timed === null) {
      if (line.trim() === '' || names.has(index + 1)) continue
      if (open !== undefined && (open.line.chat || /^\s{2,}\S/.test(raw))) open.body.push(line.trim())
      else if (isLost(line.trim(), open !== undefined)) leftOut.push(index + 1)
      continue
    }
    if (!timed.chat && prose.has(index + 1)) {
      passedOver.push(index + 1)
      continue
    }
    entries.push({ line: timed, number: index + 1, heading, who: names.get(index) ?? whoOf(timed, line, open), body: [timed.text] })
    heading = null
  }
  const spokenIn = speakersOf(entries.flatMap(({ line, body: [first = ''] }) => (line.chat ? [] : [first])))
  return { entries: entries.map((entry) => closed(entry, spokenIn)), passedOver, leftOut: isDocument(lines) ? [] : leftOut }
}

/** A line that is a time and somebody's name begins what they say below. */
function named(timed: TimedLine | null, who: string | undefined): TimedLine | null {
  return timed === null || who === undefined ? timed : { ...timed, who, text: '', chat: true }
}

/** Whether words are lost with a line that belongs to no entry. Before the first entry it is one that begins with a time, which then is none (`25:61`). */
function isLost(line: string, begun: boolean): boolean {
  return begun ? /[\p{L}\p{N}]/u.test(line) && !line.startsWith('#') && !DECORATION.test(line) : /^\W{0,4}\d{1,2}[:.]\d\d\b/.test(line)
}

/** Slack's web client copies a name, and the time indented in the line below it; a time alone goes on with the person before. */
function whoOf(timed: TimedLine, line: string, open: Open | undefined): string | null {
  const named = timed.who?.replace(/^@/, '').trim()
  if (named !== undefined && named !== '') return cleanText(named)
  if (!timed.chat || open === undefined) return null
  const above = /^\s/.test(line) && open.body.length > 1 ? open.body.at(-1) : undefined
  if (above === undefined || above.length > 60 || /[.?!:]$/.test(above)) return open.who
  open.body.pop()
  return cleanText(above)
}

function closed({ line, number, heading, who, body }: Open, spokenIn: ReturnType<typeof speakersOf>): Entry {
  const words = body.filter(
    (part, index) => part !== '' && !DECORATION.test(part) && !(index > 0 && /^\d{1,3}$/.test(part) && DECORATION.test(body[index - 1] ?? '')),
  )
  const edited = words.some((part) => /\(edited\)\s*$/.test(part))
  const text = words.map((part) => part.replace(/\s*\(edited\)\s*$/, '').replace(/\s*\|\s*$/, '')).join('\n')
  const spoken = line.chat || who !== null ? null : spokenIn(text)
  return spoken === null ? { line, number, heading, who, text, edited } : { line, number, heading, who: cleanText(spoken.who), text: spoken.text, edited }
}
