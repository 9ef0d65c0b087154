import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { columnWidths } from './page-table.ts'

describe('column widths', () => {
  const long = 'a sentence that says what happened in some detail'
  const cases: readonly (readonly [string, readonly (readonly string[])[], readonly number[]])[] = [
    [
      'short columns are as wide as their content beside a long one',
      [
        ['Time', 'Event'],
        ['12:00', long],
      ],
      [0, 5.2],
    ],
    [
      'short columns alone share the line by their lengths',
      [
        ['Metric', 'Duration'],
        ['Time to fix', '25 min'],
      ],
      [14, 11],
    ],
    ['long columns share by the square root of what they hold', [[long, `${long}${long}${long}${long}`]], [7, 14]],
    ['of nothing there are none', [], []],
  ]
  for (const [name, texts, expected] of cases) it(name, () => assert.deepEqual(columnWidths(texts), expected))

  it('gives every one of many columns a share, so that none runs off the page', () => {
    assert.ok(columnWidths([Array.from({ length: 12 }, () => 'some words')]).every((width) => width > 0))
  })
})
