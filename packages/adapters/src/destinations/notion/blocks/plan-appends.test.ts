import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { longTimeline } from '../../testing/every-construct.ts'
import { notion } from '../index.ts'
import { NO_MARKS } from '../inline/run.ts'
import { LARGEST_BODY, MOST_BLOCKS } from '../plan-writing.ts'
import { storeBlocks } from '../testing/fake-blocks.ts'
import { contract, FOOTER, SETTINGS } from '../testing/notion-session.ts'
import { wireSent } from './apply-changes.ts'
import { blockOf, type Block } from './block.ts'
import { planAppends, type Append, type Sent } from './plan-appends.ts'
import { planPage } from './write-blocks.ts'

const words = (text: string): Block['words'] => (text === '' ? [] : [{ kind: 'text', text, target: '', marks: NO_MARKS }])
const item = (text = 'x', children: readonly Block[] = []): Block => blockOf('bulleted_list_item', { words: words(text), children })
const items = (count: number, children: readonly Block[] = []): Block[] => Array.from({ length: count }, (_, index) => item(`item ${index}`, children))
const table = (rows: number, text = 'x'): Block =>
  blockOf('table', { children: Array.from({ length: rows }, () => blockOf('table_row', { cells: [words(text)] })) })
const deep = (levels: number): Block => item(`level ${levels}`, levels === 0 ? [] : [deep(levels - 1)])
const sizes = (appends: readonly Append[]): number[] => appends.map(({ sent }) => sent.length)
const countOf = ({ inside }: Sent): number => inside.reduce((sum, one) => sum + countOf(one), 1)

/** Holds requests against the fake and against Notion's types, and puts together what they make. */
function hold(appends: readonly Append[]): Block[] {
  const made: Block[] = []
  const below = new Map<Block, Block[]>()
  const house = { newId: () => 'id', fileName: (name: string) => name }
  for (const { parent, sent } of appends) {
    const children = sent.map((one) => wireSent(one, new Map()))
    storeBlocks(children, house, parent?.type ?? 'page')
    const body = JSON.stringify({ children })
    assert.ok(Buffer.byteLength(body) <= LARGEST_BODY + 5_000, `a request of ${body.length}`)
    const url = 'https://api.notion.com/v1/blocks/11111111-1111-1111-1111-111111111111/children'
    assert.equal(contract?.fault({ method: 'PATCH', url, headers: { 'notion-version': '2026-03-11' }, body }) ?? null, null)
    const list = parent === null ? made : below.get(parent)
    assert.ok(list !== undefined, 'appended to what is not known')
    for (const one of sent) {
      const children = wholeOf(one)
      below.set(one.block, children)
      list.push({ ...one.block, children })
    }
  }
  return made
}

const wholeOf = ({ inside }: Sent): Block[] => inside.map((one) => ({ ...one.block, children: wholeOf(one) }))

describe('appends', () => {
  for (const [count, requests] of [
    [0, [0]],
    [99, [99]],
    [100, [100]],
    [101, [100, 1]],
    [200, [100, 100]],
  ] as const)
    it(`take ${count} blocks in ${requests.length}`, () => assert.deepEqual(sizes(planAppends(items(count))), requests))

  for (const [levels, requests] of [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 4],
  ] as const)
    it(`go ${levels} levels deep in ${requests}`, () => {
      const appends = planAppends([deep(levels)])
      assert.equal(appends.length, requests)
      assert.deepEqual(hold(appends), [deep(levels)])
    })

  for (const [rows, requests] of [
    [1, [1]],
    [100, [1]],
    [101, [1, 100]],
    [250, [1, 100, 100]],
    [400, [1, 100, 100, 100]],
  ] as const)
    it(`write a table of ${rows} rows in ${requests.length}`, () => {
      const appends = planAppends([table(rows)])
      assert.deepEqual(sizes(appends), requests)
      assert.deepEqual(hold(appends), [table(rows)])
    })

  for (const [inside, requests] of [
    [8, 1],
    [9, 1],
    [10, 2],
  ] as const)
    it(`hold ${MOST_BLOCKS} blocks at most, counted with what is in them: 100 with ${inside} each are ${requests}`, () => {
      const appends = planAppends(items(100, items(inside)))
      assert.equal(appends.length, requests)
      assert.ok(appends.every(({ sent }) => sent.reduce((sum, one) => sum + countOf(one), 0) <= MOST_BLOCKS))
    })

  it('hold as many bytes as Notion takes, and no more', () => {
    const long = (): Block => item('ä'.repeat(20_000))
    const appends = planAppends(Array.from({ length: 30 }, long))
    assert.equal(appends.length, 3)
    hold(appends)
    assert.throws(() => planAppends([item('漢'.repeat(LARGEST_BODY / 3))]), { code: 'notion/too-large' })
  })

  it('leave room for what goes at the end of the first', () => {
    assert.deepEqual(sizes(planAppends(items(98), items(2))), [100])
    assert.deepEqual(sizes(planAppends(items(99), items(2))), [100, 1])
  })

  it('write 2,000 rows in as many requests as their hundreds are', () => {
    const { text } = notion.render(longTimeline(2000), { footer: FOOTER }, notion.configure(SETTINGS))
    const appends = planPage(text, 'pm_01')
    hold(appends)
    const rows = [400, 400, 400, 400, 400, 6]
    assert.equal(appends.length, 1 + rows.reduce((sum, count) => sum + Math.ceil(count / 100) - 1, 0))
    assert.equal(appends.length, 16)
  })

  it('are within all limits, and make what they are made of', () => {
    const forest = fc.letrec<{ tree: Block; list: Block[] }>((tie) => ({
      list: fc.oneof(
        { weight: 6, arbitrary: fc.array(tie('tree'), { maxLength: 5 }) },
        { weight: 1, arbitrary: fc.integer({ min: 98, max: 103 }).map((count) => items(count)) },
      ),
      tree: fc.oneof(
        { maxDepth: 6, depthSize: 'medium' },
        { weight: 2, arbitrary: fc.string({ maxLength: 8 }).map((text) => item(text)) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 320 }).map((rows) => table(rows)) },
        { weight: 6, arbitrary: tie('list').map((children) => item('y', children)) },
      ),
    })).list
    fc.assert(
      fc.property(forest, (blocks) => assert.deepEqual(hold(planAppends(blocks)), blocks)),
      { numRuns: 40 },
    )
  })
})
