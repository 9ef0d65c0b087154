import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSearch, incidentsSearch, queryOf, searchOf, valuesOf } from './incidents-search.ts'

test('an address that says nothing we know narrows nothing', () => {
  for (const search of [
    {},
    { q: '' },
    { q: ' ' },
    { severity: ['x'] },
    { since: 'soon' },
    { since: -1 },
    { from: '2026-13-01' },
    { written: 'yes' },
    { other: 'x' },
  ])
    assert.deepEqual(incidentsSearch(search), {})
})

test('what the router reads as a number or a truth is words all the same', () => {
  assert.deepEqual(incidentsSearch({ q: 503, person: true, since: '30' }), { q: '503', person: 'true', since: 30 })
})

test('a view is the same after its way through an address', () => {
  const search = { q: 'a & b', severity: 'Critical,Major', since: 30, from: '2026-03-04', written: 'no', overdue: 'yes' } as const
  assert.deepEqual(searchOf(queryOf(search)), search)
  assert.deepEqual(valuesOf(search.severity), ['Critical', 'Major'])
})

test('a filter that is taken away is not in the address any more', () => {
  assert.deepEqual(changedSearch({ q: 'x', severity: 'Critical' }, { severity: '' }), { q: 'x' })
  assert.deepEqual(changedSearch({ overdue: 'yes' }, { overdue: undefined }), {})
})
