import { normalise, parseMarkdown } from '@blamefree/core'
import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyTree } from '../../../core/src/testing/any-tree.ts'
import { textDifference, wordDifference } from './text-difference.ts'

const tree = (markdown: string): ReturnType<typeof normalise> => parseMarkdown(markdown).tree
/** `~gone~`, `+come+`, and nothing around what stayed. */
const told = (words: readonly { kind: string; text: string }[]): string =>
  words.map(({ kind, text }) => (kind === 'removed' ? `~${text}~` : kind === 'added' ? `+${text}+` : text)).join('')
const difference = (before: string, after: string): string[] =>
  textDifference(tree(before), tree(after)).map(({ kind, type, section, words }) => `${kind} ${type} [${section ?? ''}] ${told(words)}`)

test('a changed paragraph is told by words, under its heading', () => {
  assert.deepEqual(difference('# A\n\nThe cache was cold.\n\nSame.', '# A\n\nThe big cache was warm.\n\nSame.'), [
    'same heading [] A',
    'changed paragraph [A] The +big +cache was ~cold~+warm+.',
    'same paragraph [A] Same.',
  ])
})

test('items of lists and rows of tables are pieces of their own', () => {
  assert.deepEqual(
    difference('- one\n- two is here\n\n| a | b |\n| - | - |\n| c | d |', '- one\n- two is there\n- three\n\n| a | b |\n| - | - |\n| e | f |\n| c | d |'),
    ['same item [] one', 'changed item [] two is ~here~+there+', 'added item [] +three+', 'same row [] a | b', 'added row [] +e | f+', 'same row [] c | d'],
  )
})

test('what has nothing in common is removed and added, not changed', () => {
  assert.deepEqual(difference('Alpha beta gamma.', 'Nothing else.'), ['added paragraph [] +Nothing else.+', 'removed paragraph [] ~Alpha beta gamma.~'])
})

test('a link or a mark that came without other words is a change of form', () => {
  const [piece] = textDifference(tree('Some words'), tree('Some **words**'))
  assert.deepEqual([piece?.kind, piece?.formatting, piece?.words], ['changed', true, [{ kind: 'same', text: 'Some words' }]])
})

test('a piece says which block it stands in', () => {
  const rows = textDifference(tree(':::timeline\n| a |\n| - |\n| b |\n:::'), tree(':::timeline\n| a |\n| - |\n| b c |\n:::'))
  assert.deepEqual(
    rows.map(({ kind, type, within, words }) => [kind, type, within, told(words)]),
    [
      ['same', 'row', 'timeline', 'a'],
      ['changed', 'row', 'timeline', 'b+ c+'],
    ],
  )
})

test('spaces between two changed words belong to them', () => {
  assert.equal(told(wordDifference('one two three', 'uno dos three')), '~one two~+uno dos+ three')
})

test('the words of any two documents come back from their difference', () => {
  const side = (rows: ReturnType<typeof textDifference>, unwanted: string): string =>
    rows
      .filter(({ kind }) => kind !== unwanted)
      .map(({ words }) => words.flatMap(({ kind, text }) => (kind === unwanted ? [] : [text])).join(''))
      .join('\n')
  fc.assert(
    fc.property(anyTree, anyTree, (a, b) => {
      const [before, after] = [normalise(a), normalise(b)]
      const rows = textDifference(before, after)
      assert.equal(side(rows, 'added').split('\n').toSorted().join('\n'), side(textDifference(before, before), '').split('\n').toSorted().join('\n'))
      assert.equal(side(rows, 'removed'), side(textDifference(after, after), ''))
    }),
    { numRuns: 200 },
  )
})
