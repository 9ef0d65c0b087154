import { slackExport } from '../src/sources/slack-export/index.ts'
import { figure, interleave } from '../../../tools/measure.ts'
import { rawOf } from '../src/sources/testing/fixtures.ts'
import { madeSlackExport } from './made-slack-export.ts'

console.log('Reading a Slack export of one channel, a zip with made-up messages, in process: recognise and read.')
const sizes = { 1_500: 20, 20_000: 400, 100_000: 1_500 } as const
const zips = new Map(Object.keys(sizes).map((size) => [size, madeSlackExport(Number(size))]))
const work = (size: string) => (): void => {
  const raw = rawOf('export.zip', zips.get(size) ?? '')
  if (slackExport.recognise(raw) !== 'certain' || slackExport.read(raw).events.length < Number(size) * 0.99) throw new Error('not read')
}
// The small one first and often: it is measured warm.
const small = await interleave({ '1500': work('1500') }, 30)
const large = await interleave({ '20000': work('20000'), '100000': work('100000') }, 3)
for (const [size, target] of Object.entries(sizes)) {
  const took = { ...small, ...large }[size as '1500'] ?? Number.NaN
  figure(`${size} messages (zip of ${((zips.get(size)?.length ?? 0) / 1e6).toFixed(1)} MB)`, `${took.toFixed(0)} ms CPU`, `≤ ${target} ms`, took <= target)
}
const growth = large['100000'] / large['20000'] / 5
figure('growth from 20,000 to 100,000, per message', growth.toFixed(2), '≤ 1.25', growth <= 1.25)
const rss = Math.round(process.resourceUsage().maxRSS / 1000)
figure('largest resident memory of this process, all of the above', `${rss} MB`, '≤ 600 MB', rss <= 600)
