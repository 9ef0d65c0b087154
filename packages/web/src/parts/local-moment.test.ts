import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localText, readLocal } from './local-moment.ts'

test('a local time that the clocks show once is one moment', () => {
  assert.deepEqual(readLocal('2022-11-18T15:39', 'Europe/London'), { at: '2022-11-18T15:39:00.000Z', later: null, skipped: false })
  assert.equal(localText('2022-07-18T15:39:05.000Z', 'Europe/London'), '2022-07-18T16:39:05')
})

test('one that they show twice is offered as both, one that they never show is pushed forward', () => {
  assert.deepEqual(readLocal('2022-10-30T01:30:00', 'Europe/London'), { at: '2022-10-30T00:30:00.000Z', later: '2022-10-30T01:30:00.000Z', skipped: false })
  assert.deepEqual(readLocal('2022-03-27T01:30:00', 'Europe/London'), { at: '2022-03-27T01:30:00.000Z', later: null, skipped: true })
  assert.equal(readLocal('2022-04-03T01:45', 'Australia/Lord_Howe')?.later, '2022-04-02T15:15:00.000Z')
  assert.equal(readLocal('tomorrow', 'UTC'), null)
})
