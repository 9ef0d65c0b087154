import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refilled } from './refilled.ts'

const blocks = (...texts: readonly string[]): { text: string; section: string }[] => texts.map((text) => ({ text, section: '' }))
const filled = (meant: readonly string[], there: readonly string[]): string[] =>
  refilled(blocks(...meant), blocks(...there), { canonical: (text) => text }).map(({ text }) => text)

describe('a page that was not written to its end', () => {
  for (const [name, meant, there, whole] of [
    ['has what is missing again', ['a one', 'b two', 'c three'], ['a one'], ['a one', 'b two', 'c three']],
    ['has a piece that was only begun as it was meant', ['a one', '- b\n\t- c\n\t\t- d', 'e'], ['a one', '- b\n\t- c'], ['a one', '- b\n\t- c\n\t\t- d', 'e']],
    ['has each of several that were begun', ['- b\n\t- c', '- d\n\t- e\n\t- f'], ['- b', '- d\n\t- f'], ['- b\n\t- c', '- d\n\t- e\n\t- f']],
    ['keeps what people changed', ['a one two three', 'b', 'c'], ['a one two four', 'b'], ['a one two four', 'b', 'c']],
    ['keeps what people wrote', ['a one', 'b two'], ['theirs is new', 'a one'], ['theirs is new', 'a one', 'b two']],
    ['keeps what people wrote into a piece', ['- b one two\n\t- c', 'd'], ['- b one two\n\t- c\n\t- theirs', 'd'], ['- b one two\n\t- c\n\t- theirs', 'd']],
  ] as const)
    it(name, () => assert.deepEqual(filled(meant, there), whole))
})
