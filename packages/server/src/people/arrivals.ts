import { AsyncLocalStorage } from 'node:async_hooks'

/** How somebody came in by the identity provider, or did not. */
export interface Arrival {
  /** Who the provider says that they are; null when it did not come to that. */
  readonly email: string | null
  /** The member who has a session now; null when they were not let in. */
  readonly member: string | null
  /** Whether they became a member with it, by their invitation. */
  readonly joined: boolean
  /** Whether this way in was new for them. */
  readonly linked: boolean
  /** Why they were not let in, in the words of the code; null when they were. */
  readonly refused: string | null
}

/** Gathers an arrival from what the sign-in library tells its hooks, one at a time, on the way. */
export interface Arrivals {
  /** Runs the way in; what is noted meanwhile is the arrival. `address`: of the network, where they come from. */
  during<Result>(address: string | null, way: () => Promise<Result>): Promise<{ readonly result: Result; readonly arrival: Arrival }>
  note(what: Partial<Arrival>): void
  /** Of whoever is on the way now. */
  address(): string | null
}

const NOBODY_YET: Arrival = { email: null, member: null, joined: false, linked: false, refused: null }

export function openArrivals(): Arrivals {
  const ways = new AsyncLocalStorage<{ readonly address: string | null; arrival: Arrival }>()
  return {
    async during(address, way) {
      const under = { address, arrival: NOBODY_YET }
      const result = await ways.run(under, way)
      return { result, arrival: under.arrival }
    },
    note(what) {
      const under = ways.getStore()
      if (under !== undefined) under.arrival = { ...under.arrival, ...what }
    },
    address: () => ways.getStore()?.address ?? null,
  }
}
