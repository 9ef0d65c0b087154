import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isChatter } from './chatter.ts'
import { speech } from './clauses.ts'

for (const text of ['', 'thanks all!', ':tada: :tada:', '+1', 'hahaha', '@ben @ana', 'ok', 'good morning everyone', 'hmm', 'LGTM', 'you are the best', '👍']) {
  test(`“${text}” is small talk`, () => {
    assert.equal(isChatter(speech(text)), true)
  })
}

for (const text of ['db-1 is dying', 'found it', 'rolled back to v480', 'error rate 38%', 'status page updated', 'web.1 crashed at 15:38:57']) {
  test(`“${text}” is more than small talk`, () => {
    assert.equal(isChatter(speech(text)), false)
  })
}
