import type { PhrasingContent } from 'mdast'
import { measureMetrics } from '../metrics.ts'
import type { Filling } from '../template/filling.ts'
import { container, list, placeholder, text } from '../template/nodes.ts'
import { durationText } from '../time.ts'
import type { Block } from './block.ts'

/** The durations that follow from the timestamps. */
export const metrics: Block = {
  name: 'metrics',
  sentence: 'The durations that follow from the timestamps. One that is still to come is pending; an impossible one says why.',
  example: '::metrics',
  attributes: [],
  fill(attributes, filling) {
    const items = metricItems(filling)
    return [container('metrics', attributes, [list(items.length === 0 ? [[placeholder('none can be measured yet')]] : items)])]
  },
}

/** `Time to fix: 44mins` for each metric that applies; never a negative number. An impossible order is also said to whoever fills. */
export function metricItems({ incident, configuration, blank, problems, said }: Filling): PhrasingContent[][] {
  if (blank) {
    const kept = new Set(configuration.timestamps.map(({ id }) => id))
    return configuration.metrics.filter(({ from, to }) => kept.has(from) && kept.has(to)).map(({ name }) => [text(`${name}: `), placeholder('[duration]')])
  }
  return measureMetrics(incident, configuration).flatMap(({ name, state, millis, sentence }): PhrasingContent[][] => {
    if (state === 'recorded') return [[text(`${name}: ${durationText(millis ?? 0)}`)]]
    if (state === 'pending') return [[text(`${name}: `), placeholder('pending')]]
    if (state !== 'invalid' || sentence === null) return []
    if (!said.has(sentence)) {
      said.add(sentence)
      problems.push({ code: 'fill/impossible-order', message: sentence, hint: 'Correct one of the two timestamps.', weight: 'warning' })
    }
    return [[text(sentence)]]
  })
}
