import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementNames } from './prepared.ts'

test('a statement that comes again has a name, the same each time, and another one has another', () => {
  const nameOf = statementNames()
  assert.equal(nameOf('select $1'), null)
  const name = nameOf('select $1')
  assert.match(name ?? '', /^s[\da-f]{20}$/)
  assert.equal(nameOf('select $1'), name)
  assert.equal(nameOf('select $2'), null)
  assert.notEqual(nameOf('select $2'), name)
})

test('however many texts come, the number of names has an end, and known ones keep theirs', () => {
  const nameOf = statementNames()
  const first = [nameOf('first'), nameOf('first')][1]
  const named = new Set<string>()
  for (let count = 0; count < 2000; count++) for (let times = 0; times < 2; times++) named.add(nameOf(`select ${count}`) ?? '')
  assert.ok(named.size < 400, String(named.size))
  assert.equal(nameOf('first'), first)
  assert.equal([nameOf('x'.repeat(20_000)), nameOf('x'.repeat(20_000))][1], null)
})
