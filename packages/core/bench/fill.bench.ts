import {
  BUILT_IN_TEMPLATES,
  DEFAULT_CONFIGURATION,
  fill,
  instantFromMillis,
  NO_FACTS,
  parseTemplate,
  refill,
  stated,
  type Incident,
  type Instant,
} from '../src/index.ts'

const ORIGIN = { source: 'slack-export', ref: 'C1/1', url: 'https://chat.example/C1/1', label: 'Slack message in #inc-42' }

/** An incident of so many key events, half a minute apart, whose words are these. */
function incidentOf(count: number, words: (index: number) => string): Incident {
  const events = Array.from({ length: count }, (_, index) => ({
    id: `slack-export:${index}`,
    at: instantFromMillis(1_668_782_340_000 + index * 30_000) ?? ('2022-11-18T15:39:00.000Z' as Instant),
    text: words(index),
    actor: 'slack-export:U1',
    thread: null,
    origin: ORIGIN,
    what: { kind: 'note' as const },
    mark: { level: 'key' as const, rule: null },
  }))
  const person = { id: 'slack-export:U1', name: 'Chris Evans', handle: null, email: null, zone: null, bot: false, accounts: ['slack-export:U1'] }
  return { ...NO_FACTS, schemaVersion: 1, id: 'made', title: stated('Made', ORIGIN), zone: stated('UTC', ORIGIN), people: [person], events }
}

const { template } = parseTemplate(BUILT_IN_TEMPLATES[0]?.text ?? '', 'default')
const plain = (index: number): string => `Worker ${index} was restarted and came back, the queue is draining`
const marked = (index: number): string => `Worker \`${index}\` was *restarted*, see [the graph](https://graph.example/${index})`

/** The median CPU time of a piece of work in milliseconds, warm. */
function cpu(work: () => unknown, rounds: number): number {
  for (let round = 0; round < 5; round++) work()
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

console.log('Filling the default template, CPU, warm, median:')
for (const [name, count, words] of [
  ['60 events, plain words', 60, plain],
  ['60 events, each with marks', 60, marked],
  ['2,000 events, plain words', 2000, plain],
  ['2,000 events, each with marks', 2000, marked],
] as const) {
  const incident = incidentOf(count, words)
  const { document } = fill(template, incident, DEFAULT_CONFIGURATION)
  const filling = cpu(() => fill(template, incident, DEFAULT_CONFIGURATION), 21)
  const refilling = cpu(() => refill(document, template, incident, DEFAULT_CONFIGURATION), 21)
  console.log(`  ${name.padEnd(32)} fill ${filling.toFixed(1).padStart(7)} ms   refill ${refilling.toFixed(1).padStart(7)} ms`)
}
console.log(`  parsing the default template     ${cpu(() => parseTemplate(BUILT_IN_TEMPLATES[0]?.text ?? '', 'default'), 21).toFixed(1)} ms`)
