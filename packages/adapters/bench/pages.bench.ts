import { figure, interleave } from '../../../tools/measure.ts'
import { longTimeline } from '../src/destinations/testing/every-construct.ts'
import { FOOTER } from '../src/destinations/testing/page-session.ts'
import { sampleSettings } from '../src/destinations/testing/sample-settings.ts'
import { PAGE_DESTINATIONS } from '../src/page-destinations.ts'

// A post-mortem as the body of each place, and the merge of a page that people changed there: CPU time, warm, in process.

const [small, large] = [longTimeline(60), longTimeline(2000)]
for (const destination of PAGE_DESTINATIONS) {
  const config = destination.configure(sampleSettings(destination))
  const render = (document: typeof small): string => destination.render(document, { footer: FOOTER }, config).text
  const times = { ...(await interleave({ small: () => render(small) }, 40)), ...(await interleave({ large: () => render(large) }, 7)) }
  figure(`${destination.title}: 60 events`, `${times.small.toFixed(1)} ms`, '≤ 5 ms', times.small <= 5)
  figure(`${destination.title}: 2,000 rows`, `${times.large.toFixed(0)} ms`, '≤ 100 ms', times.large <= 100)
  const text = render(large)
  const { compare } = await interleave({ compare: () => destination.split(text).map((block) => destination.canonical(block.text)) }, 5)
  figure(`${destination.title}: 2,000 rows, split for comparing`, `${compare.toFixed(0)} ms`, '', null)
}
