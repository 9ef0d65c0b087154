import { globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Incident, What } from '../src/index.ts'
import { localInstant, madeIncident, type Line } from './made-record.ts'

/** A conversation of ours with labels; `README.md` in `conversations/` says how one is written. */
export interface Labelled {
  readonly name: string
  readonly zone: string
  readonly date: string
  readonly incident: Incident
  /** For each event: `*` belongs in the document, `~` may be there, a space does not belong there. */
  readonly labels: readonly string[]
  readonly expected: ReadonlyMap<string, string>
  /** Facts that a reader may state or leave out: they count when they are said otherwise. */
  readonly optional: ReadonlyMap<string, string>
}

/** The conversations of one folder: `tune`, `hold-out` or `fresh`. */
export function labelledConversations(folder: string): Labelled[] {
  const home = resolve(import.meta.dirname, 'conversations', folder)
  return globSync('*.txt', { cwd: home })
    .toSorted()
    .map((file) => parseLabelled(basename(file, '.txt'), readFileSync(resolve(home, file), 'utf8')))
}

/** Whether two times of day (`09:22`) are the same but for two minutes. */
export function isSameTime(expected: string, actual: string): boolean {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return /^\d\d:\d\d$/.test(expected) && Math.abs(minutes(expected) - minutes(actual)) <= 2
}

function parseLabelled(name: string, text: string): Labelled {
  const [, date = '', zone = ''] = DAY.exec(text) ?? []
  let day = date
  const expected = new Map<string, string>()
  const optional = new Map<string, string>()
  const labels: string[] = []
  const lines: Line[] = []
  for (const line of text.split('\n').slice(1)) {
    day = DAY.exec(line)?.[1] ?? day
    const fact = /^([=?]) (\S+) (.+)$/.exec(line)
    if (fact !== null) (fact[1] === '=' ? expected : optional).set(fact[2] ?? '', fact[3] ?? '')
    const match = /^([ *~]) (\d\d:\d\d) (.+)$/.exec(line)
    if (match === null) continue
    labels.push(match[1] ?? ' ')
    lines.push(parseLine(localInstant(day, match[2] ?? '', zone), match[3] ?? ''))
  }
  return { name, zone, date, incident: madeIncident(lines, zone), labels, expected, optional }
}

const DAY = /^! (\S+) (\S+)/

function parseLine(at: Line['at'], rest: string): Line {
  const typed = /^#(\w+) (.+)$/.exec(rest)
  if (typed !== null) return typedLine(at, typed[1] ?? '', (typed[2] ?? '').split(' '))
  const match = /^(.+?)(?:: | ([>^%]) )(.*)$/.exec(rest)
  const mark = match?.[2]
  return { at, who: match?.[1] ?? null, text: match?.[3] ?? '', bot: mark === '%', pinned: mark === '^', inThread: mark === '>' }
}

function typedLine(at: Line['at'], kind: string, words: string[]): Line {
  const [first = '', second = '', third = null] = words
  const what: Record<string, What> = {
    alert: { kind: 'alert', name: second, state: first === 'resolved' ? 'resolved' : 'firing', key: second, labels: { alertname: second } },
    deploy: { kind: 'deploy', state: first === 'rolled-back' ? 'rolled-back' : 'succeeded', service: second, version: third, environment: null },
    change: { kind: 'change', field: first, from: null, to: words.slice(2).join(' ') },
    joined: { kind: 'membership', action: 'joined', channel: 'inc' },
  }
  const known = what[kind]
  if (known === undefined) throw new Error(`Unknown typed line: #${kind}`)
  return { at, who: kind === 'joined' ? words.join(' ') : null, text: `${kind} ${words.join(' ')}`, what: known }
}
