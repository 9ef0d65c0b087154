import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as aMoment } from 'node:timers/promises'
import { openFairQueue, type QueueLimits, type Turn } from './fair-queue.ts'

/** A queue whose work ends when the test says so. */
function queue({ places = 2, ...limits }: Partial<QueueLimits> & { readonly places?: number }): {
  readonly ask: (name: string, patient?: boolean) => Promise<void>
  readonly end: (name: string) => Promise<void>
  readonly working: () => string
} {
  const fair = openFairQueue([...Array(places).keys()], { waiting: 6, waitingEach: 3, ...limits }, (whose, count) => new Error(`${whose} ${count}`))
  const at = new Map<string, { readonly place: number; readonly end: () => void }>()
  return {
    // The letter says who: a1 and a2 are of one person.
    ask: (name, patient = false) => fair.take({ who: name[0] ?? '', patient } satisfies Turn, (place) => new Promise((end) => at.set(name, { place, end }))),
    async end(name) {
      at.get(name)?.end()
      at.delete(name)
      await aMoment()
    },
    working: () =>
      [...at]
        .map(([name, { place }]) => `${place}:${name}`)
        .toSorted()
        .join(' '),
  }
}

test('nobody has every place, whatever they ask for', async () => {
  const { ask, end, working } = queue({})
  for (const name of ['a1', 'a2', 'a3']) void ask(name)
  await aMoment()
  assert.equal(working(), '0:a1')
  void ask('b1')
  await aMoment()
  assert.equal(working(), '0:a1 1:b1')
  await end('a1')
  assert.equal(working(), '0:a2 1:b1')
  await end('b1')
  assert.equal(working(), '0:a2')
})

test('of those who wait comes next who has the fewest places, then who has not had one for longest', async () => {
  const { ask, end, working } = queue({})
  for (const name of ['a1', 'c1', 'a2', 'a3', 'c2', 'b1', 'b2']) void ask(name)
  await aMoment()
  assert.equal(working(), '0:a1 1:c1')
  await end('a1')
  // a2 and a3 were there before it, but b has had none.
  assert.equal(working(), '0:b1 1:c1')
  await end('b1')
  assert.equal(working(), '0:a2 1:c1')
  await end('c1')
  assert.equal(working(), '0:a2 1:c2')
})

test('a place that was used already is used again, and one place is for everybody', async () => {
  const several = queue({ places: 4 })
  for (const name of ['a1', 'b1', 'c1']) {
    void several.ask(name)
    await aMoment()
    assert.equal(several.working(), `0:${name}`)
    await several.end(name)
  }
  const one = queue({ places: 1 })
  void one.ask('a1')
  void one.ask('b1')
  await aMoment()
  assert.equal(one.working(), '0:a1')
  await one.end('a1')
  assert.equal(one.working(), '0:b1')
})

test('too many of one or of all are told so at once, and what is patient waits', async () => {
  const { ask, end, working } = queue({ waiting: 4, waitingEach: 2 })
  for (const name of ['a1', 'a2', 'a3']) void ask(name)
  await assert.rejects(ask('a4'), /own 2/)
  for (const name of ['b1', 'b2', 'b3']) void ask(name)
  await assert.rejects(ask('c1'), /all 4/)
  void ask('a5', true)
  await aMoment()
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']) await end(name)
  assert.match(working(), /a5/)
})

test('work that fails gives its place back', async () => {
  const fair = openFairQueue(['here'], { waiting: 1, waitingEach: 1 }, () => new Error('full'))
  await assert.rejects(
    fair.take({ who: 'a' }, () => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await fair.take({ who: 'a' }, (place) => Promise.resolve(place)), 'here')
})
