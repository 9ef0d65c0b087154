import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from './problem.ts'

const detail = 'The request is not of the form that this route takes: /email Invalid email address.'

for (const [what, body, message] of [
  ['what was entered is wrong', { code: 'invalid', detail, errors: [{ path: '/email', message: 'Invalid email address' }] }, 'Invalid email address (email)'],
  ['one of many is wrong', { code: 'invalid', detail, errors: [{ path: '/items/3/due', message: 'Invalid date' }] }, 'Invalid date (due)'],
  [
    'no field is named',
    { code: 'invalid', detail: 'The request holds a character that no text may hold.' },
    'The request holds a character that no text may hold.',
  ],
  ['another answer', { code: 'too-large', detail: 'The body is larger than this route takes.' }, 'The body is larger than this route takes.'],
  ['nothing that we know', 'Bad gateway', 'The server gave an answer that this page does not understand.'],
] as const)
  test(`a problem says in people’s words that ${what}`, () => assert.equal(new Problem(400, body).message, message))
