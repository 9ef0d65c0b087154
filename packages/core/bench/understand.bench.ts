import { resolve } from 'node:path'
import { DEFAULT_CONFIGURATION, understand } from '../src/index.ts'
import { figure, interleave, median, runProcess } from '../../../tools/measure.ts'
import { madeConversation } from './made-conversation.ts'

console.log('Understanding a chat of made-up messages in process (assemble, infer, choose key events): median CPU, warm; the first call of a process apart.')

const small = madeConversation(1_500)
const readings = { '1500': small, '20000': madeConversation(20_000), '100000': madeConversation(100_000) } as const
type Size = keyof typeof readings
// Fresh events each time: what an event says is remembered for the list it is in.
const work = (size: Size) => (): void => {
  const reading = { ...readings[size], events: readings[size].events.map((event) => ({ ...event })) }
  const { incident } = understand([reading], DEFAULT_CONFIGURATION)
  if (!incident.events.some(({ mark }) => mark.level === 'key') || incident.timestamps['reported'] === undefined) throw new Error('nothing understood')
}
const took = {
  ...(await interleave({ '1500': work('1500') }, 30)),
  ...(await interleave({ '20000': work('20000'), '100000': work('100000') }, 5)),
} as Record<Size, number>
for (const size of Object.keys(took) as Size[]) figure(`${Number(size).toLocaleString('en')} messages`, `${took[size].toFixed(0)} ms CPU`, '', null)
const perMessage = (size: Size): number => took[size] / Number(size)
for (const [small_, large] of [
  ['1500', '20000'],
  ['20000', '100000'],
] as const) {
  const growth = perMessage(large) / perMessage(small_)
  figure(`growth per message from ${small_} to ${large}`, growth.toFixed(2), '≤ 1.25', growth <= 1.25)
}
const script = `
import { DEFAULT_CONFIGURATION, understand } from ${JSON.stringify(resolve(import.meta.dirname, '../src/index.ts'))}
import { madeConversation } from ${JSON.stringify(resolve(import.meta.dirname, 'made-conversation.ts'))}
const reading = madeConversation(1500)
const before = process.cpuUsage()
understand([reading], DEFAULT_CONFIGURATION)
const { user, system } = process.cpuUsage(before)
console.log('first', (user + system) / 1000)
`
const firsts: number[] = []
for (let run = 0; run < 5; run++) {
  const { output } = await runProcess(process.execPath, ['--input-type=module', '-e', script])
  firsts.push(Number(/first ([\d.]+)/.exec(output)?.[1]))
}
figure('1,500 messages, the first call of a process (5 processes)', `${median(firsts).toFixed(0)} ms CPU`, '', null)
