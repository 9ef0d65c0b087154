import { figure, interleave } from '../../../tools/measure.ts'
import { notion } from '../src/destinations/notion/index.ts'
import { planPage } from '../src/destinations/notion/blocks/write-blocks.ts'
import { fakeNotion } from '../src/destinations/notion/testing/fake-notion.ts'
import { SETTINGS } from '../src/destinations/notion/testing/notion-session.ts'
import { longTimeline } from '../src/destinations/testing/every-construct.ts'
import { fakeWorld } from '../src/destinations/testing/fake-world.ts'
import { FOOTER } from '../src/destinations/testing/page-session.ts'
import { sampleSettings } from '../src/destinations/testing/sample-settings.ts'
import { PAGE_DESTINATIONS } from '../src/page-destinations.ts'

// A post-mortem as the body of each place, and the merge of a page that people changed there: CPU time, warm, in process.

const [small, large] = [longTimeline(60), longTimeline(2000)]
for (const destination of PAGE_DESTINATIONS) {
  const config = destination.configure(sampleSettings(destination))
  const render = (document: typeof small): string => destination.render(document, { footer: FOOTER }, config).text
  // Warm: in its first forty rounds a place of few others' code is still being compiled.
  const times = { ...(await interleave({ small: () => render(small) }, 200)), ...(await interleave({ large: () => render(large) }, 15)) }
  figure(`${destination.title}: 60 events`, `${times.small.toFixed(1)} ms`, '≤ 5 ms', times.small <= 5)
  figure(`${destination.title}: 2,000 rows`, `${times.large.toFixed(0)} ms`, '≤ 100 ms', times.large <= 100)
  const text = render(large)
  const { compare } = await interleave({ compare: () => destination.split(text).map((block) => destination.canonical(block.text)) }, 5)
  figure(`${destination.title}: 2,000 rows, split for comparing`, `${compare.toFixed(0)} ms`, '', null)
}

// Notion by its blocks: how many requests write 2,000 rows, and all that a publishing of them to the fake takes at three requests a second.
const blocks = notion.configure({ ...SETTINGS, blocks: true })
const body = notion.render(large, { footer: FOOTER }, blocks)
const rowsOfTables = body.text
  .split('<table')
  .slice(1)
  .map((table) => table.split('<tr>').length - 1)
const bound = 1 + rowsOfTables.reduce((sum, rows) => sum + Math.ceil(rows / 100) - 1, 0)
const planned = planPage(body.text, 'blamefree-7f3a').length
figure('Notion by blocks: requests that write 2,000 rows', String(planned), `${bound}: 100 rows of a table a request`, planned === bound)
const { plan } = await interleave({ plan: () => planPage(body.text, 'blamefree-7f3a') }, 5)
figure('Notion by blocks: 2,000 rows planned', `${plan.toFixed(0)} ms`, '', null)
const there = fakeNotion()
await notion.create(body, 'blamefree-7f3a', blocks, fakeWorld({ answer: (request) => there.answer(request) }))
figure(
  'Notion by blocks: 2,000 rows created and read back',
  `${there.requests.length} requests, ${(there.requests.length / 3).toFixed(1)} s of the rate`,
  '',
  null,
)
