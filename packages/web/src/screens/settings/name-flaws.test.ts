import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFlaws } from './name-flaws.ts'

for (const [what, names, flaws] of [
  ['names that differ', ['Critical', 'Major'], [null, null]],
  ['the name of one above, however it is written', ['Critical', 'Major', ' critical '], [null, null, 'twice']],
  ['no name', ['Critical', ' '], [null, 'empty']],
] as const)
  test(`a list of words: ${what}`, () => assert.deepEqual(nameFlaws(names), flaws))
