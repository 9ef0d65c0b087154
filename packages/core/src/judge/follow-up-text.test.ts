import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taskOf } from './follow-up-text.ts'

test('a thing to do is told without the words that only say that it is one', () => {
  for (const [said, task] of [
    ['Action item for me: add a queue', 'Add a queue'],
    ['and we should really alert on that.', 'Alert on that'],
    ['- follow-up: pin the version', 'Pin the version'],
    // Of a long one, the sentence that follows to say why is left out …
    ["We should page on crash loops next week, the router's 503s only told us once everything was down", 'Page on crash loops next week'],
    ['TODO: move the alerts to a channel that somebody reads, nobody noticed them for a whole month', 'Move the alerts to a channel that somebody reads'],
    ['follow-up: cap the retries of the import; it hammered the database for an hour and more', 'Cap the retries of the import'],
    // … but not what belongs to it: a purpose, a list, a condition, what stands in code or in a link.
    [
      'add a dead-letter queue, so that an event which fails three times is set aside',
      'Add a dead-letter queue, so that an event which fails three times is set aside',
    ],
    [
      'write down who may restart the gateway, the cache and the ledger, and in which order',
      'Write down who may restart the gateway, the cache and the ledger, and in which order',
    ],
    [
      'review the rule `if a, it is b and the other thing is c` with the security team before May',
      'Review the rule `if a, it is b and the other thing is c` with the security team before May',
    ],
  ] as const) {
    assert.equal(taskOf(said), task)
  }
})
