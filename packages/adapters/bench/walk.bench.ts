import { BUILT_IN_TEMPLATES, DEFAULT_CONFIGURATION, fill, parseTemplate, understand } from '@blamefree/core'
import { figure, interleave, median } from '../../../tools/measure.ts'
import { readRaw } from '../src/read-raw.ts'
import { rawOf } from '../src/sources/testing/fixtures.ts'
import { madeSlackExport } from './made-slack-export.ts'

console.log('The walk of a Slack export (zip) in process: read, assemble, infer, choose key events, fill the default template. Median CPU.')
const template = parseTemplate(BUILT_IN_TEMPLATES[0]?.text ?? '', 'default').template
const zips = { '1500': madeSlackExport(1_500), '20000': madeSlackExport(20_000) } as const
type Size = keyof typeof zips
const steps: Record<'read' | 'understand' | 'fill', number[]> = { read: [], understand: [], fill: [] }

/** CPU time of this process so far, in milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function walk(size: Size): void {
  const begin = cpu()
  // A payload that nobody has seen: what a source remembers of its bytes does not count.
  const reading = readRaw(rawOf('export.zip', zips[size].slice()))
  const read = cpu()
  const { incident } = understand([reading], DEFAULT_CONFIGURATION)
  const understood = cpu()
  const { document } = fill(template, incident, DEFAULT_CONFIGURATION)
  if (incident.events.length < Number(size) * 0.99 || document.tree.children.length < 8) throw new Error('not walked')
  if (size !== '1500') return
  steps.read.push(read - begin)
  steps.understand.push(understood - read)
  steps.fill.push(cpu() - understood)
}

const before = cpu()
walk('1500')
const first = cpu() - before
const small = await interleave({ '1500': () => walk('1500') }, 40)
const parts = Object.entries(steps).map(([name, times]) => `${name} ${median(times).toFixed(1)}`)
figure('1,500 messages, warm', `${small['1500'].toFixed(0)} ms CPU (${parts.join(', ')})`, '≤ 60 ms', small['1500'] <= 60)
figure('1,500 messages, the first in the process', `${first.toFixed(0)} ms CPU`, '', null)
const large = await interleave({ '20000': () => walk('20000') }, 5)
const growth = large['20000'] / 20_000 / (small['1500'] / 1_500)
figure('20,000 messages', `${large['20000'].toFixed(0)} ms CPU`, '', null)
figure('growth per message from 1,500 to 20,000', growth.toFixed(2), '≤ 1.25', growth <= 1.25)
