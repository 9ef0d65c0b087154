import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { betweenKeys, type BetweenKeys } from './between-keys.ts'

describe('between keys', () => {
  test('what comes is handed on after the next picture, all of it at once', () => {
    const { things, taken, passes } = began()
    things.push('a')
    things.push('b')
    passes(10)
    assert.deepEqual(taken, [], 'no picture is painted yet')
    passes(10)
    assert.deepEqual(taken, [{ at: 17, what: ['a', 'b'] }])
  })

  test('where no picture is painted it is handed on after a tenth of a second', () => {
    const { things, taken, passes, hide } = began()
    hide()
    things.push('a')
    passes(99)
    assert.deepEqual(taken, [])
    passes(2)
    assert.deepEqual(taken, [{ at: 100, what: ['a'] }])
  })

  test('while somebody types it waits for a key, and comes after the picture of that key', () => {
    const { things, taken, passes, press } = began()
    press()
    passes(5)
    things.push('a')
    passes(60)
    assert.deepEqual(taken, [], 'many pictures, and no key')
    press()
    passes(20)
    assert.deepEqual(taken, [{ at: 81, what: ['a'] }])
  })

  test('a key that does not come is waited for a tenth of a second, and one that comes after that holds nothing up', () => {
    const { things, taken, passes, press } = began()
    press()
    things.push('a')
    passes(125)
    assert.deepEqual(taken, [{ at: 113, what: ['a'] }])
    press()
    passes(200)
    assert.equal(taken.length, 1, 'each thing is handed on once')
  })

  test('somebody who has stopped typing is not waited for', () => {
    const { things, taken, passes, press } = began()
    press()
    passes(450)
    things.push('a')
    passes(20)
    assert.deepEqual(taken, [{ at: 465, what: ['a'] }])
  })

  test('after work that took long comes a rest, twice as long as until it was painted', () => {
    const { things, taken, passes } = began({ takes: 30 })
    things.push('a')
    passes(49)
    assert.deepEqual(taken, [{ at: 17, what: ['a'] }])
    things.push('b')
    // Begun at 17, painted at 48: it rests for 62, and comes after the next picture.
    passes(60)
    assert.deepEqual(taken.slice(1), [])
    passes(10)
    assert.deepEqual(taken.slice(1), [{ at: 112, what: ['b'] }])
  })

  test('a rest is never longer than a fifth of a second', () => {
    const { things, taken, passes } = began({ takes: 1000 })
    things.push('a')
    passes(1040)
    things.push('b')
    passes(230)
    assert.equal(taken.length, 2)
    assert.ok((taken[1]?.at ?? 0) < 1040 + 230)
  })

  test('what waits when it is stopped is forgotten, and keys are not listened to any more', () => {
    const { things, taken, passes, press, listening } = began()
    press()
    things.push('a')
    things.stop()
    press()
    passes(500)
    assert.deepEqual(taken, [])
    assert.equal(listening(), 0)
  })
})

interface Began {
  readonly things: BetweenKeys<string>
  /** What was handed on, and at which millisecond. */
  readonly taken: readonly { readonly at: number; readonly what: readonly string[] }[]
  /** So many milliseconds pass. */
  readonly passes: (milliseconds: number) => void
  readonly press: () => void
  /** From now on no picture is painted. */
  readonly hide: () => void
  readonly listening: () => number
}

/** A browser of which only the clock is there: it paints every 16 milliseconds. `takes`: how long it takes to take something in. */
function began({ takes = 0 } = {}): Began {
  let now = 0
  let hidden = false
  let nextFrame = 16
  let count = 0
  const jobs = new Map<number, { at: number; work: () => void }>()
  let frames: (() => void)[] = []
  const keys = new Set<() => void>()
  const later = (work: () => void, wait = 0): number => {
    jobs.set((count += 1), { at: now + wait, work })
    return count
  }
  class Channel {
    readonly #heard: (() => void)[] = []
    readonly port1 = { addEventListener: (_: string, work: () => void) => void this.#heard.push(work), start: () => undefined }
    readonly port2 = { postMessage: () => this.#heard.forEach((work) => later(work)) }
  }
  const world = {
    performance: { now: () => now },
    setTimeout: later,
    clearTimeout: (id: number | undefined) => void jobs.delete(id ?? 0),
    requestAnimationFrame: (work: () => void) => void frames.push(work),
    MessageChannel: Channel,
    addEventListener: (_: string, work: () => void) => void keys.add(work),
    removeEventListener: (_: string, work: () => void) => void keys.delete(work),
  }
  /** The browser's world in the place of ours, for as long as some work takes: nothing else may see it. */
  const inside = (work: () => void): void => {
    const ours = Object.keys(world).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
    for (const [name, value] of Object.entries(world)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
    try {
      work()
    } finally {
      for (const [name, own] of ours) {
        if (own === undefined) Reflect.deleteProperty(globalThis, name)
        else Object.defineProperty(globalThis, name, own)
      }
    }
  }
  const step = (until: number): boolean => {
    const [id, job] = [...jobs].toSorted(([, a], [, b]) => a.at - b.at)[0] ?? [0, null]
    const due = job === null ? Infinity : Math.max(job.at, now)
    if (Math.min(due, nextFrame) > until) return false
    if (nextFrame <= due) {
      now = Math.max(now, nextFrame)
      nextFrame = now + 16
      const painted = hidden ? [] : frames
      if (!hidden) frames = []
      // A picture takes a moment; what waits for it to be painted comes after that.
      for (const work of painted) work()
      now += painted.length > 0 ? 1 : 0
    } else {
      now = due
      jobs.delete(id)
      job?.work()
    }
    return true
  }
  const taken: { at: number; what: readonly string[] }[] = []
  let things: BetweenKeys<string> | null = null
  inside(() => {
    things = betweenKeys<string>((what) => {
      taken.push({ at: now, what: [...what] })
      now += takes
    })
  })
  const made = things as BetweenKeys<string> | null
  assert.ok(made !== null)
  return {
    things: { push: (thing) => inside(() => made.push(thing)), stop: () => inside(() => made.stop()) },
    taken,
    passes(milliseconds) {
      const until = now + milliseconds
      inside(() => {
        while (step(until));
        now = Math.max(now, until)
      })
    },
    press: () => inside(() => keys.forEach((work) => work())),
    hide: () => void (hidden = true),
    listening: () => keys.size,
  }
}
