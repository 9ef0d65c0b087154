import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begun, followed, type Draft } from './draft.ts'

const same = (one: string, other: string): boolean => one === other
const typed = (words: string): Draft<string> => ({ ...begun({ words: 'old', revision: 1 }), words })

test('what was not changed follows what is kept', () =>
  assert.deepEqual(followed(typed('old'), { words: 'theirs', revision: 2 }, same), { words: 'theirs', base: 'theirs', revision: 2 }))

test('what somebody typed stays when others save, and is known to be of the older revision', () => {
  const mine = typed('mine')
  assert.equal(followed(mine, { words: 'theirs', revision: 2 }, same), mine)
})

test('what somebody typed goes on when others saved something else', () =>
  assert.deepEqual(followed(typed('mine'), { words: 'old', revision: 2 }, same), { words: 'mine', base: 'old', revision: 2 }))

test('what was saved is kept', () =>
  assert.deepEqual(followed(typed('mine'), { words: 'mine', revision: 2 }, same), { words: 'mine', base: 'mine', revision: 2 }))
