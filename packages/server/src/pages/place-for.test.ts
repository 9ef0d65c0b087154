import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeFor } from './place-for.ts'

const rule = (connection: string, wanted: { severities?: string[]; types?: string[]; services?: string[] }) => ({
  connection,
  severities: [],
  types: [],
  services: [],
  ...wanted,
})

test('the first rule that fits in all that it names decides, and one that names nothing fits everything', () => {
  const rules = [rule('both', { severities: ['Critical'], services: ['Web', 'API'] }), rule('critical', { severities: ['critical'] }), rule('rest', {})]
  assert.equal(placeFor(rules, { severity: 'Critical', type: null, services: ['Mail', 'API'] }), 'both')
  assert.equal(placeFor(rules, { severity: 'CRITICAL', type: null, services: [] }), 'critical')
  assert.equal(placeFor(rules, { severity: null, type: 'Security', services: ['Web'] }), 'rest')
  assert.equal(placeFor(rules.slice(0, 2), { severity: null, type: null, services: [] }), null)
})
