import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexicon } from './lexicon.ts'

const words = lexicon(String.raw`
  # A remark.
  {drop} the ball | {sit} on HIS hands
  {shrug} ~ off
  BE to blame
`)
const found = (sentence: string): boolean => [...words.matchesIn(sentence)].length > 0

test('a verb stands for all of its forms', () => {
  for (const sentence of ['drops the ball', 'dropped the ball', 'dropping the ball', 'sat on her hands', 'sitting on their hands'])
    assert.ok(found(sentence), sentence)
})

test('a gap takes up to three words', () => {
  assert.ok(found('shrugged the whole thing off'))
  assert.ok(!found('shrugged all of the many warnings off'))
})

test('a remark is no wording', () => {
  assert.ok(!found('A remark.'))
  assert.ok(found('was to blame'))
})
