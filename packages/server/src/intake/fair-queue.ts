/** Whose work it is, and whether it waits however many wait already: a job does, a request is told to come again. */
export interface Turn {
  readonly who: string
  readonly patient?: boolean
}

/** How many may wait, all together and of one. */
export interface QueueLimits {
  readonly waiting: number
  readonly waitingEach: number
}

/**
 * Shares a few places out among those who want them: nobody has all of them while there is more than one, and of those who wait comes next whoever has the fewest, then whoever has waited longest
 * since they last had one. So what somebody queues behind their own work holds up nobody else.
 */
export interface FairQueue<Place> {
  /** Does the work in a place, when one is free: in the first of those that are. Throws what `full` makes when too many wait. */
  take<T>(turn: Turn, work: (place: Place) => Promise<T>): Promise<T>
}

interface Waiting<Place> {
  readonly who: string
  readonly begin: (place: Place) => void
}

/** Opens one over its places. `full`: what to throw at whoever is one too many, and whether it is for their own that wait or for all. */
export function openFairQueue<Place>(
  places: readonly Place[],
  { waiting: most, waitingEach }: QueueLimits,
  full: (whose: 'own' | 'all', count: number) => Error,
): FairQueue<Place> {
  const taken = new Set<Place>()
  const mostEach = Math.max(1, places.length - 1)
  const running = new Map<string, number>()
  /** When somebody last began, counted in beginnings. */
  const began = new Map<string, number>()
  const waiting: Waiting<Place>[] = []
  let beginnings = 0
  const runs = (who: string): number => running.get(who) ?? 0
  const comesBefore = (a: Waiting<Place>, b: Waiting<Place>): boolean =>
    runs(a.who) === runs(b.who) ? (began.get(a.who) ?? 0) < (began.get(b.who) ?? 0) : runs(a.who) < runs(b.who)
  const next = (): Waiting<Place> | undefined =>
    waiting
      .filter(({ who }) => runs(who) < mostEach)
      .reduce<Waiting<Place> | undefined>((first, one) => (first && !comesBefore(one, first) ? first : one), undefined)
  const share = (): void => {
    for (;;) {
      const [one, place] = [next(), places.find((each) => !taken.has(each))]
      if (one === undefined || place === undefined) return
      taken.add(place)
      waiting.splice(waiting.indexOf(one), 1)
      running.set(one.who, runs(one.who) + 1)
      began.set(one.who, ++beginnings)
      one.begin(place)
    }
  }
  const leave = (who: string, place: Place): void => {
    taken.delete(place)
    running.set(who, runs(who) - 1)
    if (runs(who) === 0) {
      running.delete(who)
      if (waiting.every((one) => one.who !== who)) began.delete(who)
    }
    share()
  }
  const refuseWhenFull = (who: string): void => {
    if (taken.size < places.length && runs(who) < mostEach) return
    const own = waiting.filter((one) => one.who === who).length
    if (own >= waitingEach) throw full('own', own)
    if (waiting.length >= most) throw full('all', waiting.length)
  }
  return {
    async take({ who, patient = false }, work) {
      if (!patient) refuseWhenFull(who)
      const place = await new Promise<Place>((begin) => {
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
