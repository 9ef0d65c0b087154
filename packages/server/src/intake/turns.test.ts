import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTurns } from './turns.ts'

test('what shares a key comes one after the other, in order, and what shares none at once', async () => {
  const turns = openTurns()
  const said: string[] = []
  const ends = new Map(['a', 'b', 'c', 'other'].map((name) => [name, Promise.withResolvers<void>()]))
  const work = (name: string) => async (): Promise<void> => {
    said.push(`${name} begins`)
    await ends.get(name)?.promise
    said.push(`${name} ends`)
  }
  const all = [turns.take(['1', '2'], work('a')), turns.take(['2', '3'], work('b')), turns.take(['3'], work('c')), turns.take(['4'], work('other'))]
  for (const name of ['c', 'b', 'a', 'other']) ends.get(name)?.resolve()
  await Promise.all(all)
  assert.deepEqual(said.slice(0, 2), ['a begins', 'other begins'])
  assert.deepEqual(
    said.filter((line) => !line.startsWith('other')),
    ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'],
  )
})

test('one that fails lets the next one go on', async () => {
  const turns = openTurns()
  const failing = turns.take(['1'], () => Promise.reject(new Error('no')))
  const next = turns.take(['1'], () => Promise.resolve('done'))
  await assert.rejects(failing, /no/)
  assert.equal(await next, 'done')
})
