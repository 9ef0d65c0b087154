import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineDifference, type LineRun } from './line-difference.ts'

const side = (runs: readonly LineRun[], unwanted: LineRun['kind']): string =>
  runs
    .filter(({ kind }) => kind !== unwanted)
    .flatMap(({ lines }) => lines)
    .join('\n')

test('a changed line is one removed and one added between what stayed', () => {
  assert.deepEqual(lineDifference('a\nb\nc', 'a\nB\nc'), [
    { kind: 'same', lines: ['a'] },
    { kind: 'removed', lines: ['b'] },
    { kind: 'added', lines: ['B'] },
    { kind: 'same', lines: ['c'] },
  ])
})

test('equal texts have no difference', () => {
  assert.deepEqual(lineDifference('a\nb', 'a\nb'), [{ kind: 'same', lines: ['a', 'b'] }])
})

test('the runs give both texts back, and what is said to have stayed is in both in order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 40 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = lineDifference(before, after)
      assert.equal(side(runs, 'added'), before)
      assert.equal(side(runs, 'removed'), after)
      assert.ok(runs.every(({ lines }) => lines.length > 0))
    }),
  )
})

test('the difference is the shortest', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changed = lineDifference(before.join('\n'), after.join('\n'))
        .filter(({ kind }) => kind !== 'same')
        .reduce((sum, { lines }) => sum + lines.length, 0)
      const [a, b] = [before.join('\n').split('\n'), after.join('\n').split('\n')]
      assert.equal(changed, a.length + b.length - 2 * longestCommon(a, b))
    }),
  )
})

test('texts without a line in common are told quickly', () => {
  const of = (word: string): string => Array.from({ length: 20_000 }, (_, line) => `${word} ${line}`).join('\n')
  const began = performance.now()
  const runs = lineDifference(of('one'), of('other'))
  assert.deepEqual(
    runs.map(({ kind, lines }) => [kind, lines.length]),
    [
      ['removed', 20_000],
      ['added', 20_000],
    ],
  )
  assert.ok(performance.now() - began < 2000)
})

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      best[i]![j] = a[i - 1] === b[j - 1] ? (best[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(best[i - 1]?.[j] ?? 0, best[i]?.[j - 1] ?? 0)
  return best[a.length]?.[b.length] ?? 0
}
