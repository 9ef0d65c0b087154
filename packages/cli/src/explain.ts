import { DEFAULT_CONFIGURATION, type Fact, type Incident, type Problem } from '@blamefree/core'
import { reportProblems } from './report.ts'
import { harmless, painter, type Terminal } from './terminal.ts'

/** Says what was inferred, from what, and by which rule, so that somebody can check it in a minute. */
export function reportInferred(terminal: Terminal, incident: Incident): void {
  const paint = painter(terminal)
  const rows = inferredRows(incident)
  const width = Math.max(0, ...rows.map(({ name }) => name.length))
  const values = Math.max(0, ...rows.map(({ value }) => value.length))
  for (const { name, value, why } of rows) terminal.say(`  ${name.padEnd(width)}  ${harmless(value).padEnd(values)}  ${paint('quiet', harmless(why))}\n`)
}

interface Row {
  readonly name: string
  readonly value: string
  readonly why: string
}

function inferredRows(incident: Incident): Row[] {
  const { timestamps, roles } = DEFAULT_CONFIGURATION
  const names = new Map([...timestamps, ...roles].map(({ id, name }) => [id, name]))
  const nameOf = (person: string): string => incident.people.find(({ id }) => id === person)?.name ?? person
  const row = (name: string, value: string, fact: Fact<unknown>): Row => ({ name, value, why: why(fact, incident) })
  return [
    ...[['Title', incident.title] as const, ['Severity', incident.severity] as const, ['Type', incident.type] as const].flatMap(([name, fact]) =>
      fact === null ? [] : [row(name, fact.value, fact)],
    ),
    ...inOrder(Object.entries(incident.timestamps), timestamps).map(([id, fact]) =>
      row(names.get(id) ?? id, `${fact.value.slice(0, 19).replace('T', ' ')} UTC`, fact),
    ),
    ...Object.entries(incident.roles)
      .filter(([id]) => id === 'lead' || id === 'reporter')
      .flatMap(([id, facts]) => facts.map((fact) => row(names.get(id) ?? id, nameOf(fact.value), fact))),
  ]
}

/** Timestamps in the order in which they ought to happen; those that the defaults do not know come last. */
function inOrder<T>(entries: [string, T][], known: readonly { readonly id: string }[]): [string, T][] {
  const place = new Map(known.map(({ id }, index) => [id, index]))
  return entries.toSorted(([a], [b]) => (place.get(a) ?? known.length) - (place.get(b) ?? known.length))
}

function why(fact: Fact<unknown>, incident: Incident): string {
  if (fact.basis === 'stated') return `stated by ${fact.origin.label}`
  const event = incident.events.find(({ id }) => id === fact.evidence[0])
  const quote = event === undefined ? fact.origin.label : `“${shortened(event.text)}”`
  return `inferred from ${quote} (${fact.rule ?? 'rule unknown'})`
}

const shortened = (text: string): string => {
  const [line = ''] = text.split('\n')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

/** Says what clashed, what was wrong and what is missing: the last in two lines, because a new record lacks much. Nothing is printed when all is well. */
export function reportMissing(terminal: Terminal, problems: readonly Problem[]): void {
  const paint = painter(terminal)
  const missing = problems.filter(({ code }) => code === 'fill/missing').map(({ message }) => message.split(' is missing:')[0] ?? message)
  const open = problems.filter(({ code }) => code === 'fill/left-to-people').map(({ message }) => /\u201c(.+)\u201d/.exec(message)?.[1] ?? message)
  const rest = problems.filter(({ code }) => code !== 'fill/missing' && code !== 'fill/left-to-people')
  if (rest.length > 0) {
    terminal.say(`${paint('strong', 'Problems')}\n`)
    reportProblems(terminal, rest)
  }
  if (missing.length + open.length === 0) return
  terminal.say(`${paint('strong', 'Still open')}\n`)
  if (missing.length > 0)
    terminal.say(
      `  The record does not say: ${harmless([...new Set(missing)].join(', '))}\n  ${paint('quiet', 'Say it with --set name=value, in an incident file, or in the document.')}\n`,
    )
  if (open.length > 0) terminal.say(`  Left for people to write: ${harmless([...new Set(open)].join(', '))}\n`)
}
