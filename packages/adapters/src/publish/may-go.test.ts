import type { PlaceAudience } from '@blamefree/core'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isConfirmed, mayGo } from './may-go.ts'

const seen = (level: PlaceAudience['level']): PlaceAudience => ({ level, sentence: 'So it says.' })

test('a private incident goes only where named people read, and where it is not known who does when somebody says that they may', () => {
  const answer = (level: PlaceAudience['level'] | null): string =>
    mayGo({ isPrivate: true, place: 'the space OPS', seenBy: level === null ? null : seen(level) }).answer
  assert.deepEqual(
    ['people', 'unknown', null, 'company', 'public'].map((level) => answer(level as PlaceAudience['level'])),
    ['yes', 'confirm', 'confirm', 'no', 'no'],
  )
  assert.match(
    mayGo({ isPrivate: true, place: 'the space OPS', seenBy: seen('company') }).sentence ?? '',
    /the space OPS is seen by more people .* So it says\. Choose another place, let fewer people see this one over there/,
  )
})

test('any other goes wherever the company reads, and to the public when somebody means it', () => {
  const answer = (level: PlaceAudience['level']): string => mayGo({ isPrivate: false, place: 'x', seenBy: seen(level) }).answer
  assert.deepEqual((['people', 'company', 'unknown', 'public'] as const).map(answer), ['yes', 'yes', 'yes', 'confirm'])
})

test('what was confirmed of one audience says nothing of another', () => {
  assert.equal(isConfirmed({ level: 'unknown' }, null), true)
  assert.equal(isConfirmed({ level: 'unknown' }, seen('public')), false)
  assert.equal(isConfirmed(null, seen('unknown')), false)
})
