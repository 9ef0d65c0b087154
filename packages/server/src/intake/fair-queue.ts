/** Whose work it is, and whether it waits however many wait already: a job does, a request is told to come again. */
export interface Turn {
  readonly who: string
  readonly patient?: boolean
}

/** How many may work at once, and how many may wait, all together and of one. */
export interface QueueLimits {
  readonly places: number
  readonly waiting: number
  readonly waitingEach: number
}

/**
 * Shares a few places out among those who want them: nobody has all of them while there is more than one, and of those who wait comes next whoever has the fewest, then whoever has waited longest
 * since they last had one. So what somebody queues behind their own work holds up nobody else.
 */
export interface FairQueue {
  /** Does the work when a place is free; it is told which one it has, from 0. Throws what `full` makes when too many wait. */
  take<T>(turn: Turn, work: (place: number) => Promise<T>): Promise<T>
}

interface Waiting {
  readonly who: string
  readonly begin: (place: number) => void
}

export function openFairQueue({ places, waiting: most, waitingEach }: QueueLimits, full: (whose: 'own' | 'all', count: number) => Error): FairQueue {
  const free = Array.from({ length: places }, (_, place) => place)
  const mostEach = Math.max(1, places - 1)
  const running = new Map<string, number>()
  /** When somebody last began, counted in beginnings. */
  const began = new Map<string, number>()
  const waiting: Waiting[] = []
  let beginnings = 0
  const runs = (who: string): number => running.get(who) ?? 0
  const comesBefore = (a: Waiting, b: Waiting): boolean =>
    runs(a.who) === runs(b.who) ? (began.get(a.who) ?? 0) < (began.get(b.who) ?? 0) : runs(a.who) < runs(b.who)
  const next = (): Waiting | null =>
    waiting.filter(({ who }) => runs(who) < mostEach).reduce<Waiting | null>((first, one) => (first === null || comesBefore(one, first) ? one : first), null)
  const share = (): void => {
    for (let one = next(); one !== null && free.length > 0; one = next()) {
      const place = Math.min(...free)
      free.splice(free.indexOf(place), 1)
      waiting.splice(waiting.indexOf(one), 1)
      running.set(one.who, runs(one.who) + 1)
      began.set(one.who, ++beginnings)
      one.begin(place)
    }
  }
  const leave = (who: string, place: number): void => {
    free.push(place)
    running.set(who, runs(who) - 1)
    if (runs(who) === 0) {
      running.delete(who)
      if (waiting.every((one) => one.who !== who)) began.delete(who)
    }
    share()
  }
  const refuseWhenFull = (who: string): void => {
    if (free.length > 0 && runs(who) < mostEach) return
    const own = waiting.filter((one) => one.who === who).length
    if (own >= waitingEach) throw full('own', own)
    if (waiting.length >= most) throw full('all', waiting.length)
  }
  return {
    async take({ who, patient = false }, work) {
      if (!patient) refuseWhenFull(who)
      const place = await new Promise<number>((begin) => {
        waiting.push({ who, begin })
        share()
      })
      try {
        return await work(place)
      } finally {
        leave(who, place)
      }
    },
  }
}
