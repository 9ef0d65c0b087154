/** Milliseconds for which things wait at most for a key that is expected, or for a picture where none is painted (a tab in the background). */
const AT_THE_LATEST = 100

/** Somebody who has pressed a key so many milliseconds ago will press another. */
const TYPING = 400

/** Things that were taken in are followed by a rest of so many times what they took, until they were painted; but never longer than so many milliseconds. */
const REST = { times: 2, most: 200 } as const

/** Things that come many times between two pictures, taken in together. */
export interface BetweenKeys<T> {
  push(thing: T): void
  /** Forgets what waits. */
  stop(): void
}

/**
 * Gathers things and hands them on at once when whoever types here is held up least: after a picture and not before it, right after the picture of a key where keys are being pressed,
 * and the longer the last ones took, the later.
 */
export function betweenKeys<T>(take: (things: readonly T[]) => void): BetweenKeys<T> {
  let waiting: T[] = []
  let pressed = -Infinity
  let restedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Whether the next key is what is waited for. */
  let forKey = false
  const later = (work: () => void, wait: number): void => {
    clearTimeout(timer)
    timer = setTimeout(work, wait)
  }
  const hand = (): void => {
    const things = waiting
    waiting = []
    if (things.length === 0) return
    const began = performance.now()
    restedAt = began + REST.most
    take(things)
    afterPicture(() => (restedAt = performance.now() + Math.min(REST.most, REST.times * (performance.now() - began))))
  }
  const go = (): void => {
    forKey = false
    let handed = false
    const once = (): void => {
      if (!handed) hand()
      handed = true
    }
    afterPicture(once)
    later(once, AT_THE_LATEST)
  }
  const ready = (): void => {
    if (performance.now() - pressed > TYPING) return go()
    forKey = true
    later(go, AT_THE_LATEST)
  }
  const press = (): void => {
    pressed = performance.now()
    if (forKey) go()
  }
  addEventListener('keydown', press, { capture: true, passive: true })
  return {
    push(thing) {
      if (waiting.push(thing) === 1) later(ready, Math.max(0, restedAt - performance.now()))
    },
    stop() {
      removeEventListener('keydown', press, { capture: true })
      clearTimeout(timer)
      waiting = []
    },
  }
}

/** Calls back when the next picture is painted, and whatever else waits for that has had its turn: a key that was pressed meanwhile, above all. */
function afterPicture(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    // A message that is sent in a frame comes when the frame is painted.
    port1.addEventListener('message', () => void setTimeout(then), { once: true })
    port1.start()
    port2.postMessage(null)
  })
}
