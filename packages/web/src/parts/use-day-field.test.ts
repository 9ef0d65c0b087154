import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canBeMeant } from './use-day-field.ts'

for (const [day, can] of [
  ['2026-12-15', true],
  ['1999-01-01', true],
  ['0002-12-15', false],
  ['0202-12-15', false],
  ['20260-12-15', false],
  ['', false],
] as const)
  test(`a field for a day ${can ? 'takes' : 'waits at'} ${JSON.stringify(day)}`, () => assert.equal(canBeMeant(day), can))
