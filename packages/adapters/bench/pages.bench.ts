import type { PageDestination, PlaceSetting } from '@blamefree/core'
import { figure, interleave } from '../../../tools/measure.ts'
import { notion } from '../src/destinations/notion/index.ts'
import { planPage } from '../src/destinations/notion/blocks/write-blocks.ts'
import { fakeNotion } from '../src/destinations/notion/testing/fake-notion.ts'
import { SETTINGS } from '../src/destinations/notion/testing/notion-session.ts'
import { longTimeline } from '../src/destinations/testing/every-construct.ts'
import { fakeWorld } from '../src/destinations/testing/fake-world.ts'
import { FOOTER } from '../src/destinations/testing/page-session.ts'
import { PAGE_DESTINATIONS } from '../src/page-destinations.ts'

// A post-mortem as the body of each place, and the merge of a page that people changed there: CPU time, warm, in process.

/** What rendering is configured with: nothing of it is a real place. */
const SAMPLES: Readonly<Record<string, string>> = {
  url: 'https://places.example',
  site: 'https://places.example',
  repository: 'https://places.example/team/post-mortems.git',
  email: 'ana@places.example',
  parent: '11111111-2222-3333-4444-555555555555',
  collection: '11111111-2222-3333-4444-555555555555',
  channel: 'C0123456789',
  space: 'OPS',
  project: 'OPS',
  branch: 'main',
  token: 'xoxb-0123456789-sample',
  clientId: 'client',
  clientSecret: 'sample',
  refreshToken: 'sample',
  tenant: '11111111-2222-3333-4444-555555555555',
  secret: `whsec_${'A'.repeat(32)}`,
}

/** What one of several ways to sign in asks for. */
const NEEDED: ReadonlySet<string> = new Set(['email', 'token', 'clientId', 'clientSecret', 'refreshToken'])

const [small, large] = [longTimeline(60), longTimeline(2000)]
for (const destination of PAGE_DESTINATIONS) {
  const config = configOf(destination)
  const render = (document: typeof small): string => destination.render(document, { footer: FOOTER }, config).text
  const times = { ...(await interleave({ small: () => render(small) }, 40)), ...(await interleave({ large: () => render(large) }, 7)) }
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

/** A configuration that rendering can be asked with. */
function configOf(destination: PageDestination): unknown {
  return destination.configure(
    Object.fromEntries(
      destination.connect.settings.filter(({ key, optional }) => optional !== true || NEEDED.has(key)).map((setting) => [setting.key, sampleOf(setting)]),
    ),
  )
}

function sampleOf({ key, kind }: PlaceSetting): string | boolean {
  if (kind === 'switch') return false
  return SAMPLES[key] ?? (typeof kind === 'object' ? (kind[0] ?? '') : 'sample-0123456789abcdef')
}
