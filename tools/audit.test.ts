import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAudit } from './audit.ts'

test('what is high or critical is named, what is less is not', () => {
  const vulnerabilities = {
    a: { severity: 'high', range: '<1.2', via: [{ title: 'Runs what it reads' }] },
    b: { severity: 'moderate', range: '*', via: [] },
    c: { severity: 'critical', range: '*', via: ['a'] },
  }
  assert.deepEqual(readAudit(JSON.stringify({ vulnerabilities })), { asked: true, known: ['a <1.2 (high): Runs what it reads', 'c * (critical): by a'] })
  assert.deepEqual(readAudit('{"vulnerabilities":{}}'), { asked: true, known: [] })
})

test('a registry that has no audits, or does not answer, is no all-clear', () => {
  assert.deepEqual(readAudit('{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":""}}'), { asked: false, why: '405 Method Not Allowed' })
  assert.deepEqual(readAudit('{"error":{"code":"ENOTFOUND"}}'), { asked: false, why: 'ENOTFOUND' })
  assert.match((readAudit('') as { why: string }).why, /not answer in JSON: nothing/)
})
