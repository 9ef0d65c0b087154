import type { FastifyReply } from 'fastify'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { etagOf, isKnown, mustMatch, requireRevision, revisionOf } from './etag.ts'
import { Refusal } from './refusal.ts'

const status =
  (expected: number) =>
  (error: unknown): boolean =>
    error instanceof Refusal && error.status === expected
const asking = (headers: Record<string, string>): { headers: Record<string, string> } => ({ headers })

test('a change says its revision by the ETag, or any, or must be told to', () => {
  assert.equal(revisionOf(asking({ 'if-match': etagOf(7) })), 7)
  assert.equal(revisionOf(asking({ 'if-match': '*' })), null)
  assert.equal(revisionOf(asking({})), null)
  assert.throws(() => requireRevision(asking({})), status(428))
  assert.equal(requireRevision(asking({ 'if-match': '*' })), null)
})

for (const wrong of ['7', 'W/"7"', '"x"', '""', '"1", "2"', '"-1"'])
  test(`If-Match: ${wrong} is no ETag of ours`, () => assert.throws(() => revisionOf(asking({ 'if-match': wrong })), status(400)))

test('a change from another revision is refused with how it stands', () => {
  mustMatch(3, { what: 'incident', revision: 3, current: {} })
  mustMatch(null, { what: 'incident', revision: 3, current: {} })
  assert.throws(
    () => mustMatch(2, { what: 'incident', revision: 3, current: { title: 'Now' } }),
    (error) => status(412)(error) && JSON.stringify((error as Refusal).more) === '{"current":{"revision":3,"title":"Now"}}',
  )
})

test('who has this version already is told so', () => {
  for (const [header, known] of [
    ['"7"', true],
    ['W/"7"', true],
    ['"6", "7"', true],
    ['*', true],
    ['"6"', false],
    [undefined, false],
  ] as const) {
    const sent = new Map<string, unknown>()
    let code = 200
    const reply = {
      header(name: string, value: unknown) {
        sent.set(name, value)
        return reply
      },
      code(given: number) {
        code = given
        return reply
      },
    }
    assert.equal(isKnown(asking(header === undefined ? {} : { 'if-none-match': header }), reply as unknown as FastifyReply, 7), known)
    assert.deepEqual([sent.get('etag'), code], ['"7"', known ? 304 : 200])
  }
})
