import { mergePage, type PageDestination, type PageSides } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyTree } from '../../../../core/src/testing/any-tree.ts'
import { ASSETS, documentOf } from './every-construct.ts'
import { FOOTER } from './page-session.ts'

/** A markup of ours that a page is written in: its destination, set up, and the reader of a text. */
export interface Markup<Config> {
  readonly destination: PageDestination<Config>
  readonly config: Config
  /** Throws for no text. */
  readonly read: (text: string) => unknown
  /** More that has to hold of what a merge makes. */
  readonly holds?: (merged: string) => void
}

/** That only the empty lines between the pieces of a text are ours, once they are joined again. */
export function assertRejoined(text: string, { split, join }: Pick<PageDestination<never>, 'split' | 'join'>): void {
  const squeezed = (one: string): string => one.replace(/\n+/g, '\n')
  const again = (one: string): string => join(split(one))
  assert.equal(squeezed(again(text)), squeezed(text))
  assert.equal(again(again(text)), again(text))
}

/** Holds a markup to what a merge of two people's texts must be, whatever they wrote. */
export function holdMarkupToMerges<Config>({ destination, config, read, holds = () => undefined }: Markup<Config>): void {
  test('is whole after any merge, and a merge of what did not change is what it was', () => {
    const text = anyTree.map((tree) => destination.render({ ...documentOf(''), tree }, { footer: FOOTER, assets: ASSETS, evidence: true }, config).text)
    fc.assert(
      fc.property(
        fc.tuple(text, text, text),
        fc.tuple(text, text),
        fc.constantFrom('ours' as const, 'theirs' as const),
        ([one, two, three], [theirs, ours], side) => {
          const page = (...parts: string[]): string => parts.join('\n\n')
          const then = page(one, two, three)
          const texts = { oursThen: then, theirsThen: then, theirsNow: page(one, theirs, three), oursNow: page(ours, two, three) }
          const blocks = Object.fromEntries(Object.entries(texts).map(([name, whole]) => [name, destination.split(whole)])) as unknown as PageSides
          const merged = mergePage(blocks, destination, () => side)
          holds(destination.join(merged.blocks))
          for (const change of [...merged.theirs, ...merged.ours]) read(change.after)
          const same = mergePage({ ...blocks, theirsNow: blocks.theirsThen, oursNow: blocks.oursThen }, destination, () => null)
          assert.deepEqual([same.theirs, same.ours, same.conflicts], [[], [], []])
        },
      ),
      { numRuns: 60 },
    )
  })
}
