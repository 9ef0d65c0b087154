import type { LintFinding } from '../src/index.ts'

/** A document with one contradiction put in, and what must then be found. */
export interface Plant {
  readonly kind: string
  readonly text: string
  /** Findings of one of these rules must become more. */
  readonly rules: readonly string[]
  readonly line: number
}

/** Every contradiction that we know how to put into a real document: rows and key times exchanged, durations changed, zones of the other half of the year. */
export function plantsIn(text: string, before: readonly LintFinding[]): Plant[] {
  const lines = text.split('\n')
  const refuted = new Set(before.filter(({ rule }) => /duration|working/.test(rule)).map(({ place }) => place.line))
  return [...swappedRows(lines), ...changedDurations(lines, refuted), ...exchangedKeyTimes(lines), ...otherSeason(lines)]
}

const ROW = /^\s*[|*-]\s*[[(]?(\d{4}-\d\d-\d\d \d?\d:\d\d)\b/
const YEARLESS_ROW = /^\s*[|*-]\s*((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2}(?:st|nd|rd|th)? \**\d\d:\d\d)\b/
const CLOCK_ROW = /^\s*[|*-]\s*\**[[(]?(\d\d:\d\d)\b/

/** The first three pairs of neighbouring rows with different times. A clock without a date is exchanged where both are of one morning or one afternoon. */
function swappedRows(lines: readonly string[]): Plant[] {
  const plants: Plant[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? ''
    for (const [kind, pattern] of [
      ['rows with a date', ROW],
      ['rows with a date without a year', YEARLESS_ROW],
      ['rows with a clock only', CLOCK_ROW],
    ] as const) {
      const [one, other] = [pattern.exec(line)?.[1], pattern.exec(next)?.[1]]
      if (one === undefined || other === undefined || one >= other || plants.filter((plant) => plant.kind === kind).length > 2) continue
      if (pattern === YEARLESS_ROW && one.slice(0, 8) !== other.slice(0, 8)) continue
      plants.push({ kind, text: [...lines.slice(0, index), next, line, ...lines.slice(index + 2)].join('\n'), rules: ['timeline-order'], line: index + 1 })
    }
  }
  return plants
}

const LABELLED = /^\W*(?:(?:incident|outage|total) )?(?:time to \w+|duration|downtime)\W*[:|]\D{0,8}(?:(\d+) ?h(?:ours?)?(?: (\d+) ?m)?|(\d+) ?min)/i
const RANGED =
  /\bfrom [^()\n]{0,25}\d:\d\d[^()\n]{0,12} (?:to|until|till) [^()\n]{0,25}\d:\d\d[^()\n]{0,30}\((?:about |approx\w*\.? )?(?:(\d+) ?h(?:ours?)?(?: (\d+) ?m)?|(\d+) ?min)/i

function changedDurations(lines: readonly string[], refuted: ReadonlySet<number | undefined>): Plant[] {
  if (lines.some((line) => /support hours|working hours|business hours/i.test(line))) return []
  // Where the timeline begins with the detection, nothing in the document tells how long it took.
  const beginsDetected = /detect|report|alert|notice|discover/i.test(lines.find((line) => ROW.test(line)) ?? '')
  return lines.flatMap((line, index) => {
    const match = LABELLED.exec(line) ?? RANGED.exec(line)
    if (match === null || refuted.has(index + 1) || (/detect/i.test(match[0]) && beginsDetected)) return []
    const minutes = Number(match[1] ?? 0) * 60 + Number(match[2] ?? match[3] ?? 0)
    return [minutes * 1.5 + 37, Math.floor(minutes * 0.6) - 3].flatMap((wrong): Plant[] => {
      if (wrong <= 0) return []
      const said = `${Math.floor(wrong / 60)}h ${Math.floor(wrong % 60)}m`
      const head = match[0].slice(0, match[0].search(/\d+ ?(?:h|min)[^:]*$/i))
      const changed = line.slice(0, match.index) + head + said + line.slice(match.index + match[0].length).replace(/^\w*/, '')
      const text = [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n')
      return [{ kind: wrong > minutes ? 'a longer duration' : 'a shorter duration', text, rules: ['duration', 'working-hours'], line: index + 1 }]
    })
  })
}

const TIME = /(?<!\d)\d{4}-\d\d-\d\d \d\d[:.]\d\d/
const KEYS: readonly (readonly [kind: string, first: RegExp, second: RegExp])[] = [
  ['resolved before started', /^\W*(?:fault|impact|incident|outage)? ?(?:occurs|started|start|began)\b/i, /^\W*(?:incident )?(?:resolved|repaired|ended)\b/i],
  ['detected before started', /^\W*(?:fault|impact|incident|outage)? ?(?:occurs|started|start|began)\b/i, /^\W*(?:fault |first |team )?(?:detected|aware)\b/i],
  ['resolved before detected', /^\W*(?:fault |first |team )?(?:detected|aware)\b/i, /^\W*(?:incident )?(?:resolved|repaired|ended)\b/i],
]

function exchangedKeyTimes(lines: readonly string[]): Plant[] {
  return KEYS.flatMap(([kind, first, second]): Plant[] => {
    const find = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line) && TIME.test(line) && line.length < 80)
    const [one, other] = [find(first), find(second)]
    const times = [TIME.exec(lines[one] ?? '')?.[0], TIME.exec(lines[other] ?? '')?.[0]] as const
    if (times[0] === undefined || times[1] === undefined || times[0] >= times[1]) return []
    const changed = lines.map((line, index) =>
      index === one ? line.replace(TIME, times[1] ?? '') : index === other ? line.replace(TIME, times[0] ?? '') : line,
    )
    return [{ kind, text: changed.join('\n'), rules: ['impossible-order'], line: other + 1 }]
  })
}

const OPPOSITE: Readonly<Record<string, string>> = { PST: 'PDT', PDT: 'PST', EST: 'EDT', EDT: 'EST', CET: 'CEST', CEST: 'CET' }

/** The first abbreviation, where a date with its year stands before it or in its line. Those that are wrong already become right, and are no plant. */
function otherSeason(lines: readonly string[]): Plant[] {
  const index = lines.findIndex((line) => /\b(?:PST|PDT|EST|EDT|CET|CEST)\b/.test(line))
  if (
    !/\b20\d\d-\d\d-\d\d|\b\d{1,2}[/-]\d{1,2}[/-]20\d\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? 20\d\d/.test(
      lines.join('\n'),
    )
  )
    return []
  const name = /\b(?:PST|PDT|EST|EDT|CET|CEST)\b/.exec(lines[index] ?? '')?.[0]
  if (name === undefined) return []
  const text = lines.map((line, at) => (at === index ? line.replace(name, OPPOSITE[name] ?? name) : line)).join('\n')
  return [{ kind: `a zone of the other season`, text, rules: ['zone-season'], line: index + 1 }]
}
