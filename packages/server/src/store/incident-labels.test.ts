import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelsOf } from './incident-labels.ts'

const shown = (filter: Parameters<typeof labelsOf>[0]): string[] | undefined => labelsOf(filter)?.map((label) => label.replaceAll('\u001f', '/'))

test('each combination of what was chosen is one label, with nothing where nothing was', () => {
  assert.deepEqual(shown({ severity: ['Critical'], type: ['Outage'] }), ['Critical/Outage/'])
  assert.deepEqual(shown({ type: ['Outage', 'Data'], service: ['a', 'b'] }), ['/Outage/a', '/Outage/b', '/Data/a', '/Data/b'])
  assert.deepEqual(shown({ severity: ['Critical'], type: ['Outage'], service: ['a'] }), ['Critical/Outage/a'])
  assert.deepEqual(shown({ severity: ['Critical'], service: [] }), [])
})

test('one kind alone has no labels, and too many are not looked up', () => {
  assert.equal(labelsOf({ severity: ['Critical', 'Major'] }), null)
  assert.equal(labelsOf({}), null)
  assert.equal(labelsOf({ severity: Array(20).fill('x'), service: Array(20).fill('y') }), null)
})
