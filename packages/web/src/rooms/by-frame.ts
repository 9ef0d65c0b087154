/** Milliseconds after which a page that paints nothing (a tab in the background) goes on all the same. */
const AT_THE_LATEST = 100

/** Things that come many times between two pictures, handed on together before the next one. */
export interface ByFrame<T> {
  push(thing: T): void
  /** Forgets what waits. */
  stop(): void
}

/** Gathers things until the browser is about to paint, and hands them all on at once. */
export function byFrame<T>(take: (things: readonly T[]) => void): ByFrame<T> {
  let waiting: T[] = []
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const clear = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    waiting = []
  }
  const hand = (): void => {
    const things = waiting
    clear()
    take(things)
  }
  return {
    push(thing) {
      if (waiting.push(thing) > 1) return
      frame = requestAnimationFrame(hand)
      timer = setTimeout(hand, AT_THE_LATEST)
    },
    stop: clear,
  }
}
