import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { PageBlock } from './page-destination.ts'
import { commonSequence } from './common-sequence.ts'
import type { PageDialect } from './edited-page.ts'
import { mergePage, type Decide, type PageMerge } from './merge-page.ts'

/** Lines are pieces, `# x` begins a section, `-- x` is a footer; letters' case is the place's own spelling. */
function piecesOf(text: string): PageBlock[] {
  let section = ''
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): PageBlock => {
      if (line.startsWith('# ')) section = line.slice(2)
      return line.startsWith('-- ') ? { text: line, section, kind: 'footer' } : { text: line, section }
    })
}

const join = (blocks: readonly PageBlock[]): string => blocks.map(({ text }) => text).join('\n')
const dialect = (keeps: PageDialect['keeps']): PageDialect => ({ canonical: (text) => text.toLowerCase(), join, keeps })
const nobody: Decide = () => null
const lines = (...texts: string[]): string => texts.join('\n')

interface Case {
  readonly base: string
  /** How it read afterwards; left out: in capitals. */
  readonly read?: string
  readonly theirs: string
  readonly ours: string
  readonly keeps?: PageDialect['keeps']
  readonly decide?: Decide
}

function merged({ base, read, theirs, ours, keeps = 'theirs', decide = nobody }: Case): PageMerge {
  const sides = { oursThen: piecesOf(base), theirsThen: piecesOf(read ?? base.toUpperCase()), theirsNow: piecesOf(theirs), oursNow: piecesOf(ours) }
  return mergePage(sides, dialect(keeps), decide)
}

const BASE = lines('# a', 'one cat sat', 'two dogs ran', '# b', 'three birds sang', 'four fish swam')

const MERGES: readonly (readonly [name: string, example: Case, blocks: string])[] = [
  ['nothing changed: the page keeps its spelling', { base: BASE, theirs: BASE.toUpperCase(), ours: BASE }, BASE.toUpperCase()],
  ['nothing changed: a file that is made anew has ours', { base: BASE, theirs: BASE.toUpperCase(), ours: BASE, keeps: 'ours' }, BASE],
  [
    'ours is new, theirs is not',
    { base: BASE, theirs: BASE.toUpperCase(), ours: BASE.replace('two dogs ran', 'two dogs slept') },
    BASE.toUpperCase().replace('TWO DOGS RAN', 'two dogs slept'),
  ],
  [
    'both changed neighbours',
    { base: BASE, theirs: BASE.toUpperCase().replace('SAT', 'stood'), ours: BASE.replace('ran', 'slept') },
    BASE.toUpperCase().replace('SAT', 'stood').replace('TWO DOGS RAN', 'two dogs slept'),
  ],
  [
    'both changed the same in the same way',
    { base: BASE, theirs: BASE.toUpperCase().replace('SAT', 'STOOD'), ours: BASE.replace('sat', 'stood') },
    BASE.toUpperCase().replace('SAT', 'STOOD'),
  ],
  ['both inserted at one place: both stay', { base: 'a\nb', theirs: 'A\nX\nB', ours: 'a\ny\nb' }, 'A\nX\ny\nB'],
  ['both inserted the same: once', { base: 'a\nb', theirs: 'A\nX\nZ\nB', ours: 'a\nw\nx\nb' }, 'A\nw\nX\nZ\nB'],
  [
    'ours goes on with the section, theirs begins a new one',
    { base: '# s\na', theirs: '# S\nA\n# new\nwords', ours: '# s\na\nmore' },
    '# S\nA\nmore\n# new\nwords',
  ],
  ['both took away overlapping runs', { base: 'a\nb\nc\nd\ne', theirs: 'A\nD\nE', ours: 'a\nb\ne' }, 'A\nE'],
  ['they wrote beside a run that we took away', { base: 'a\nb\nc\nd', theirs: 'A\nX\nB\nC\nD', ours: 'a\nd' }, 'A\nX\nD'],
  [
    'the place split a piece; nobody touched it',
    { base: 'a\nlong line\nb', read: 'A\nLONG\nLINE\nB', theirs: 'A\nLONG\nLINE\nB', ours: 'a\nlong line\nc' },
    'A\nLONG\nLINE\nc',
  ],
  ['the place dropped a piece; it does not come back by itself', { base: 'a\nlost\nb', read: 'A\nB', theirs: 'A\nB\nX', ours: 'a\nlost\nb' }, 'A\nB\nX'],
  ['the place added a piece of its own', { base: 'a\nb', read: 'A\n.\nB', theirs: 'A\n.\nB', ours: 'a\nb\nc' }, 'A\n.\nB\nc'],
  ['the footer is ours', { base: 'a\n-- v1', read: 'A\n-- V1', theirs: 'A\n-- broken\nX', ours: 'a\n-- v2' }, 'A\nX\n-- v2'],
  ['they moved a piece', { base: 'a\nb\nc\nd', theirs: 'B\nC\nA\nD', ours: 'a\nb\nc\ne' }, 'B\nC\nA\ne'],
]

describe('Merging', () => {
  for (const [name, example, blocks] of MERGES)
    test(name, () => {
      const result = merged(example)
      assert.deepEqual(result.conflicts, [])
      assert.equal(join(result.blocks), blocks)
    })
})

describe('A conflict', () => {
  test('is a piece that both changed', () => {
    const both = { base: BASE, theirs: BASE.toUpperCase().replace('SANG', 'FLEW'), ours: BASE.replace('sang', 'slept') }
    assert.deepEqual(merged(both).conflicts, [{ section: 'B', before: 'THREE BIRDS SANG', theirs: 'THREE BIRDS FLEW', ours: 'three birds slept' }])
    assert.deepEqual(merged(both).kept, [])
    const ours = merged({ ...both, decide: (section) => (section === 'B' ? 'ours' : null) })
    assert.deepEqual([ours.conflicts, ours.kept], [[], []])
    assert.match(join(ours.blocks), /three birds slept/)
    const theirs = merged({ ...both, decide: () => 'theirs' })
    assert.deepEqual(theirs.kept, [{ section: 'B', before: 'THREE BIRDS SANG', after: 'THREE BIRDS FLEW' }])
    assert.doesNotMatch(join(theirs.blocks), /slept/)
  })

  test('is a word of theirs in a run that we took away, and the run stays whole or goes', () => {
    const table = { base: 'a\n<table>\nrow\n</table>\nb', theirs: 'A\n<TABLE>\nROW\nNEW\n</TABLE>\nB', ours: 'a\nb' }
    const [conflict, ...more] = merged(table).conflicts
    assert.deepEqual(more, [])
    assert.deepEqual(conflict, { section: '', before: '<TABLE>\nROW\n</TABLE>', theirs: '<TABLE>\nROW\nNEW\n</TABLE>', ours: '' })
    assert.equal(join(merged({ ...table, decide: () => 'ours' }).blocks), 'A\nB')
    assert.equal(join(merged({ ...table, decide: () => 'theirs' }).blocks), 'A\n<TABLE>\nROW\nNEW\n</TABLE>\nB')
  })

  test('is a piece that one side changed and the other took away', () => {
    assert.equal(merged({ base: 'a\none two\nb', theirs: 'A\nB', ours: 'a\none two three\nb' }).conflicts.length, 1)
    assert.equal(merged({ base: 'a\none two\nb', theirs: 'A\nONE TWO THREE\nB', ours: 'a\nb' }).conflicts.length, 1)
  })
})

test('Changes say the section, what was and what is', () => {
  const { theirs, ours } = merged({ base: '# s\na', theirs: '# S\nA\nX', ours: '# s' })
  assert.deepEqual(theirs, [{ section: 'S', before: '', after: 'X' }])
  assert.deepEqual(ours, [{ section: 's', before: 'a', after: '' }])
})

/** Pages of few different lines, so that lines repeat and are hard to tell apart. */
const page = fc
  .array(fc.constantFrom('a', 'b', 'c', 'one two three', 'one two four', '# s', '# t', '<t>', '</t>'), { maxLength: 9 })
  .map((texts) => texts.join('\n'))
const keeping = fc.constantFrom('ours' as const, 'theirs' as const)
const lower = (blocks: readonly PageBlock[]): string => join(blocks).toLowerCase()

describe('Any page', () => {
  test('without their changes is ours, and without ours it is theirs', () => {
    fc.assert(
      fc.property(page, page, keeping, (base, now, keeps) => {
        const ours = merged({ base, theirs: base.toUpperCase(), ours: now, keeps })
        const theirs = merged({ base, theirs: now.toUpperCase(), ours: base, keeps })
        assert.deepEqual([lower(ours.blocks), ours.conflicts, ours.theirs], [now, [], []])
        assert.deepEqual([lower(theirs.blocks), theirs.conflicts, theirs.ours], [now, [], []])
        if (keeps === 'ours') assert.equal(join(ours.blocks), now)
        else assert.equal(join(theirs.blocks), now.toUpperCase())
      }),
    )
  })

  test('that the place spells in its own way is theirs where we changed nothing', () => {
    fc.assert(
      fc.property(page, page, page, (base, read, now) => {
        assert.equal(join(merged({ base, read, theirs: now, ours: base }).blocks), now)
        assert.equal(join(merged({ base, read, theirs: read, ours: now, keeps: 'ours' }).blocks), now)
      }),
    )
  })

  test('keeps every word of theirs that is in no conflict, and every word of ours', () => {
    fc.assert(
      fc.property(fc.tuple(page, page, page, page, keeping), ([base, read, first, second, keeps]) => {
        // Each side's words are told apart by a mark, so that nothing of the other can stand for them.
        const [theirs, ours] = [marked(first, base, read, '!'), marked(second, base, read, '?')]
        const result = merged({ base, read, theirs, ours, keeps })
        const there = piecesOf(join(result.blocks)).map(({ text }) => text)
        const excused = result.conflicts.flatMap((conflict) => [conflict.theirs, conflict.ours].join('\n').split('\n'))
        for (const line of `${theirs}\n${ours}`.split('\n').filter((text) => /[!?]$/.test(text))) assert.ok([...there, ...excused].includes(line), line)
        for (const side of ['ours', 'theirs'] as const) {
          const decided = merged({ base, read, theirs, ours, keeps, decide: () => side })
          assert.deepEqual(decided.conflicts, [])
          const own = side === 'ours' ? ours : theirs
          for (const line of own.split('\n').filter((text) => /[!?]$/.test(text))) assert.ok(join(decided.blocks).split('\n').includes(line), line)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is the same text whichever side is which', () => {
    fc.assert(
      fc.property(page, page, page, (base, one, two) => {
        const here = merged({ base, read: base, theirs: one, ours: two })
        const there = merged({ base, read: base, theirs: two, ours: one })
        assert.equal(here.conflicts.length, there.conflicts.length)
        if (here.conflicts.length === 0) assert.deepEqual(new Set(join(here.blocks).split('\n')), new Set(join(there.blocks).split('\n')))
      }),
    )
  })
})

/** The lines of a page that were in neither page before, marked. */
function marked(text: string, base: string, read: string, mark: string): string {
  const known = new Set(`${base}\n${read}`.toLowerCase().split('\n'))
  return text
    .split('\n')
    .map((line) => (line === '' || known.has(line.toLowerCase()) ? line : `${line}${mark}`))
    .join('\n')
}

describe('A common sequence', () => {
  test('is as long as it can be', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (one, two) => {
        const found = commonSequence(one, two)
        for (const [index, [a, b]] of found.entries()) {
          assert.equal(one[a], two[b])
          assert.ok(index === 0 || ((found[index - 1]?.[0] ?? 0) < a && (found[index - 1]?.[1] ?? 0) < b))
        }
        assert.equal(found.length, longestLength(one, two))
      }),
    )
  })
})

function longestLength(one: readonly string[], two: readonly string[]): number {
  let row = Array.from({ length: two.length + 1 }, () => 0)
  for (const text of one) {
    const next = [0]
    for (const [index, other] of two.entries()) next.push(text === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

test('A page of 3,000 rows is merged in no time, also when every row changed', () => {
  const row = (index: number, words: string): string => `${String(index).padStart(5, '0')} ${words}`
  const rows = (words: (index: number) => string): string => Array.from({ length: 3000 }, (_, index) => row(index, words(index))).join('\n')
  const base = rows((index) => `worker ${index % 7} restarted`)
  const all = merged({ base, theirs: base.toUpperCase().replace('00007 ', 'X '), ours: rows((index) => `worker ${index % 9} came back`) })
  assert.equal(all.conflicts.length, 1)
  const few = merged({ base, theirs: base.toUpperCase().replace('00007 ', 'X '), ours: base.replace('02000 ', 'new ') })
  assert.deepEqual([few.conflicts.length, few.theirs.length, few.ours.length], [0, 1, 1])
})

describe('what both changed alike', () => {
  const texts = (blocks: readonly PageBlock[]): string => join(blocks)
  test('is nobody’s change any more next time, whatever is written on top of it, and everything else still is', () => {
    const there = BASE.toUpperCase().replace('SAT', 'STOOD').replace('SWAM', 'DROWNED')
    const here = BASE.replace('sat', 'stood').replace('ran', 'slept')
    const { agreed, conflicts } = merged({ base: BASE, theirs: there, ours: here })
    assert.deepEqual([texts(agreed.ours), texts(agreed.theirs), conflicts], [BASE.replace('sat', 'stood'), BASE.toUpperCase().replace('SAT', 'STOOD'), []])
    const sides = { oursThen: agreed.ours, theirsThen: agreed.theirs, theirsNow: piecesOf(there), oursNow: piecesOf(here.replace('stood', 'stood up')) }
    const next = mergePage(sides, dialect('theirs'), nobody)
    assert.deepEqual([next.conflicts, next.theirs.map(({ after }) => after), next.ours.length], [[], ['FOUR FISH DROWNED'], 2])
    assert.equal(texts(next.blocks), there.replace('ONE CAT STOOD', 'one cat stood up').replace('TWO DOGS RAN', 'two dogs slept'))
  })

  test('is the only thing that merging from there does not see: the page becomes the same', () => {
    const side = fc.array(fc.constantFrom('keep', 'gone', 'alike', 'own', 'more'), { minLength: 8, maxLength: 8 })
    const made = (name: string, changes: readonly string[]): string =>
      lines(
        ...changes.flatMap(
          (change, at) =>
            ({ keep: [`line ${at}`], gone: [], alike: [`alike ${at}`], own: [`${name} ${at}`], more: [`line ${at}`, `alike more ${at}`] })[change] ?? [],
        ),
      )
    fc.assert(
      fc.property(side, side, (theirs, ours) => {
        const all = { base: made('', Array<string>(8).fill('keep')), theirs: made('theirs', theirs).toUpperCase(), ours: made('ours', ours) }
        const first = merged(all)
        const sides = { oursThen: first.agreed.ours, theirsThen: first.agreed.theirs, theirsNow: piecesOf(all.theirs), oursNow: piecesOf(all.ours) }
        const again = mergePage(sides, dialect('theirs'), nobody)
        if (first.conflicts.length === 0) assert.deepEqual([texts(again.blocks).toLowerCase(), again.conflicts], [texts(first.blocks).toLowerCase(), []])
      }),
    )
  })
})
