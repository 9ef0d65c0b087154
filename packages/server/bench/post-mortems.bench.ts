// What the document routes take on the embedded database, or on an empty one of yours that DATABASE_URL names, through the door without a socket: wall time, one request after another.
import { performance } from 'node:perf_hooks'
import { DESTINATIONS } from '@blamefree/adapters'
import { median } from '../../../tools/measure.ts'
import { madeIncident } from '../src/testing/made-incident.ts'
import { testServer } from '../src/testing/server.ts'

const ROUNDS = 200
const closing: (() => Promise<void> | void)[] = []
// Started as a user's is: what is acknowledged is on the disk.
const server = await testServer(
  { after: (close: () => Promise<void> | void) => void closing.push(close) },
  {
    databaseUrl: process.env['DATABASE_URL'] ?? null,
  },
)
let ana = await server.person('member', 'Ana')

/** The middle and the 95th percentile of the milliseconds that a request takes, after ten that do not count. */
async function measure(name: string, rounds: number, work: (round: number) => Promise<{ status: number; text: string }>): Promise<void> {
  // The general limit of requests a minute counts by key.
  ana = await server.person('member', name)
  const times: number[] = []
  let cpu = 0
  for (let round = -10; round < rounds; round++) {
    const began = performance.now()
    const before = process.cpuUsage()
    const { status, text } = await work(round + 10)
    if (status >= 300) throw new Error(`${name}: ${status} ${text}`)
    if (round < 0) continue
    times.push(performance.now() - began)
    const { user, system } = process.cpuUsage(before)
    cpu += (user + system) / 1000
  }
  const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  console.log(
    `  ${name.padEnd(58)} p50 ${median(times).toFixed(1).padStart(7)} ms   p95 ${late.toFixed(1).padStart(7)} ms   CPU of the app ${(cpu / rounds).toFixed(1).padStart(6)} ms`,
  )
}

const words = (index: number): string => `Worker \`${index}\` was *restarted*, see [the graph](https://graph.example/${index})`
const small = await madeIncident(server.house, { keyEvents: 60, words })
const large = await madeIncident(server.house, { keyEvents: 2000, words })
const first = (await ana.ask('POST', `/v1/incidents/${small}/post-mortems`, { template: 'default' })).body
const url = `/v1/post-mortems/${first.id}`

console.log('Post-mortems, wall time through the door:')
await measure('create from the default template, 60 key events', ROUNDS, () => ana.ask('POST', `/v1/incidents/${small}/post-mortems`, { template: 'default' }))
await measure('create from the default template, 2,000 key events', 20, () => ana.ask('POST', `/v1/incidents/${large}/post-mortems`, { template: 'default' }))
await measure('read as JSON', ROUNDS, () => ana.ask('GET', url))
await measure('read as our Markdown', ROUNDS, () => ana.ask('GET', `${url}?format=source`))
await measure('replace a section', ROUNDS, (round) =>
  ana.ask('PUT', `${url}/sections/contributors`, { markdown: `- The pool was too small, seen ${round} times.` }, { 'if-match': '*' }),
)
await measure('refill, previewed', ROUNDS, () => ana.ask('POST', `${url}/refill?preview=true`))
await measure('lint', ROUNDS, () => ana.ask('GET', `${url}/lint`))
await measure('list 25 of some 200, by severity', ROUNDS, () => ana.ask('GET', '/v1/post-mortems?severity=Critical'))
for (const { extension } of DESTINATIONS)
  await measure(`export.${extension} for customers`, 30, () => ana.ask('GET', `${url}/export.${extension}?audience=customer`))

for (const close of closing.toReversed()) await close()
process.exit(0)
