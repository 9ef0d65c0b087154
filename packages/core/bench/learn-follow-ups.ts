import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_CONFIGURATION, infer } from '../src/index.ts'
import { withoutAsides } from '../src/judge/asides.ts'
import { tasksIn, type Task } from '../src/judge/follow-up-traits.ts'
import { inferFollowUps } from '../src/judge/infer-follow-ups.ts'
import { personFinder } from '../src/judge/person-finder.ts'
import { readRecord } from '../src/judge/record.ts'
import { labelledConversations, type Labelled } from './labelled.ts'
import { logistic, weightOf, type Learned } from './logistic.ts'
import { localTime } from './made-record.ts'
import { weightLines } from './weight-lines.ts'

/**
 * Learns how much each trait of a message speaks for its giving somebody something to do, from the labelled conversations in `tune` and `hold-out`, and writes
 * `src/judge/follow-up-weights.ts`: `node bench/learn-follow-ups.ts` in packages/core. A conversation is judged by what was learned from others; those of `fresh` are not read.
 */
const COUNTS: Readonly<Record<string, number>> = { tune: 1, 'hold-out': 2 }
const FOLDS = 12
const STRENGTH = 1
/** What is no follow-up is believed to be one, and somebody has to take it out. */
const WRONG = 2
const ENOUGH = [3, 2.5, 2, 1.5, 1, 0.5]
const NOTHING_LEARNED = { weights: new Map<string, number>(), base: 0, enough: Infinity }

interface Row extends Task {
  readonly set: string
  readonly fold: number
  readonly is: number
  /** The rules find it by themselves. */
  readonly ruled: boolean
}

const rows = Object.keys(COUNTS)
  .flatMap((set) => labelledConversations(set).map((conversation) => ({ set, conversation })))
  .flatMap(({ set, conversation }, index) => rowsOf(set, conversation, index % FOLDS))
const folds = Array.from({ length: FOLDS }, (_, fold) => learned(rows.filter((row) => row.fold !== fold)))
const weighed = rows.map((row) => ({ row, weight: weightOf(folds[row.fold] ?? { weights: new Map(), base: 0 }, row.traits) }))
const enough = ENOUGH.toSorted((one, other) => worth(other) - worth(one))[0] ?? 1
for (const set of Object.keys(COUNTS)) console.log(`${set}: rules alone ${text(set, Infinity)}; with what was learned from others ${text(set, enough)}`)
writeFileSync(join(import.meta.dirname, '../src/judge/follow-up-weights.ts'), written(learned(rows)))

/** The messages of a conversation; none where it is not known which of them give things to do. */
function rowsOf(set: string, { incident, expected, zone }: Labelled, fold: number): Row[] {
  const known = infer(incident, DEFAULT_CONFIGURATION).incident
  const entries = withoutAsides(readRecord(incident))
  const finder = personFinder(incident.people)
  const timestamps = known.timestamps
  const problems: [] = []
  const ruled = inferFollowUps({ incident: { ...incident, timestamps }, configuration: DEFAULT_CONFIGURATION, entries, problems }, finder, NOTHING_LEARNED)
  const found = new Set(ruled.flatMap(({ evidence }) => evidence))
  const times = expected.get('follow-ups-at')?.split(' ')
  if (times === undefined && ruled.length !== Number(expected.get('follow-ups') ?? 0)) return []
  return tasksIn(entries, { fixed: timestamps['fixed']?.value, closed: timestamps['closed']?.value }, finder).map((task) => {
    const { id, at } = task.entry.event
    const place = times?.indexOf(localTime(at, zone)) ?? -1
    if (place !== -1) times?.splice(place, 1)
    return { ...task, set, fold, ruled: found.has(id), is: (times === undefined ? found.has(id) : place !== -1) ? 1 : 0 }
  })
}

function learned(from: readonly Row[]): Learned {
  return logistic(
    from.map(({ is, set, traits }) => ({ is, counts: COUNTS[set] ?? 1, traits })),
    STRENGTH,
  )
}

function judged(set: string, least: number): { right: number; wrong: number; all: number } {
  const own = weighed.filter(({ row }) => row.set === set)
  const said = own.filter(({ row, weight }) => row.ruled || weight >= least)
  const right = said.filter(({ row }) => row.is === 1).length
  return { right, wrong: said.length - right, all: own.filter(({ row }) => row.is === 1).length }
}

function worth(least: number): number {
  return Object.entries(COUNTS).reduce((sum, [set, counts]) => {
    const { right, wrong } = judged(set, least)
    return sum + counts * (right - WRONG * wrong)
  }, 0)
}

function text(set: string, least: number): string {
  const { right, wrong, all } = judged(set, least)
  return `${right} of ${all} messages, ${wrong} wrong`
}

function written({ weights, base }: Learned): string {
  return `/** What speaks for a message giving somebody something to do when nothing does. */
export const BASE = ${base.toFixed(2)}

/** So much must speak for it; at 0 it is as likely as not. */
export const ENOUGH = ${enough}

/** How much each trait speaks for it, or against it: a weight, then the traits that have it. Written by \`bench/learn-follow-ups.ts\`, never by hand. */
export const WEIGHTS = \`
${weightLines(weights, { least: 0.05, nothing: 0.05 }).join('\n')}
\`
`
}
