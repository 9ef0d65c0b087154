import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRightToLeft } from './direction.ts'

describe('direction', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['مرحبا nil', true],
    ['15:39 — שלום', true],
    ['nil مرحبا', false],
    ['漢字', false],
    ['15:39 →', false],
    ['', false],
  ]
  for (const [text, expected] of cases)
    it(`${JSON.stringify(text)} runs ${expected ? 'from right to left' : 'from left to right'}`, () => assert.equal(isRightToLeft(text), expected))
})
