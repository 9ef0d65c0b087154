import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CONFIGURATION, lint } from '../index.ts'
import { parseWithPositions } from '../markdown.ts'

/** Texts that each drive one rule as hard as it goes; `·` says what is repeated. */
const TEXTS: readonly string[] = [
  '## Follow-ups\n\n·- Add an alert on disks\n',
  '·Alice forgot to renew it. ',
  '·the engineer of the team of the operator ',
  '·failed to ignored the ',
  '·deleted deleted the ',
  '·if the engineer had ',
  '·10:00 to 10:20 (3 min) ',
  '·It started at 10:00 and was resolved at 09:00. ',
  '- Started: 2024-01-02 10:00\n·- Resolved: 2024-01-02 09:00\n',
  '·Time to repair: 4h 12m\n\n2024-01-02 10:00\n\n',
  '·<!-- blamefree-disable blame -->\n',
  '·TBD [insert a] ',
]

/** The processor time of lint without the parsing, in milliseconds, the lesser of two. */
function cost(text: string): number {
  const times = [0, 1].map(() => {
    const start = process.cpuUsage().user
    lint(text, { configuration: DEFAULT_CONFIGURATION })
    const between = process.cpuUsage().user
    parseWithPositions(text)
    return (2 * between - start - process.cpuUsage().user) / 1000
  })
  return Math.max(0, Math.min(...times))
}

test('four times the text takes nowhere near sixteen times as long', () => {
  for (const pattern of TEXTS) {
    const [head = '', part = ''] = pattern.split('·')
    const figures: string[] = []
    // Quadratic work is sixteen-fold every time; a collection of garbage, which other threads of a busy machine add to, is not there every time.
    const passed = [0, 1, 2, 3, 4].some(() => {
      const [small, large] = [4000, 16_000].map((length) => cost(head + part.repeat(length / part.length))) as [number, number]
      figures.push(`${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`)
      return large < 11 * small + 60
    })
    assert.ok(passed, `${pattern.slice(0, 40)}: ${figures.join('; ')}`)
  }
})
