import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postMortemsSearch } from './post-mortems-search.ts'

test('an address narrows by what it knows and leaves the rest out', () => {
  assert.deepEqual(postMortemsSearch({ q: ' 503 ', show: 'mine', severity: 'Major', service: 7, from: '2026-03-04', to: 'yesterday', other: 'x' }), {
    q: '503',
    show: 'mine',
    severity: 'Major',
    service: '7',
    from: '2026-03-04',
  })
  assert.deepEqual(postMortemsSearch({ show: 'all', author: '' }), {})
})
