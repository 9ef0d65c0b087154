import { instantFromMillis, type Instant, type Reply, type World, type WorldRequest } from '@blamefree/core'
import { faultOf, Killed, unreachable, type Faults } from './faults.ts'

/** What a fake world is made of. */
export interface FakeWorldParts {
  /** The place: does what it is asked, and answers. */
  answer(request: WorldRequest): Reply | Promise<Reply>
  readonly faults?: Faults
  /** Holds a request against the vendor's own contract; sentences about what is wrong. */
  readonly check?: ((request: WorldRequest) => readonly string[]) | undefined
  /** Where every host is. */
  readonly reach?: readonly string[] | undefined
}

/** A world in which nothing is real: time passes only by waiting, and the network is a fake. */
export interface FakeWorld extends World {
  /** What was sent, in order. */
  readonly requests: readonly WorldRequest[]
  /** How long was waited, each time. */
  readonly pauses: readonly number[]
  /** What the vendor would have refused. */
  readonly breaches: readonly string[]
}

const START = Date.UTC(2026, 2, 5, 9)
const EPOCH = '1970-01-01T00:00:00.000Z' as Instant

let worlds = 0

/** Makes one. */
export function fakeWorld(parts: FakeWorldParts): FakeWorld {
  const { faults = {}, check, reach = ['192.0.2.1'] } = parts
  const requests: WorldRequest[] = []
  const pauses: number[] = []
  const breaches: string[] = []
  const world = ++worlds
  let passed = 0
  let ids = 0
  let dead = false
  const kill = (): never => {
    dead = true
    throw new Killed()
  }
  return {
    requests,
    pauses,
    breaches,
    now: () => instantFromMillis(START + passed) ?? EPOCH,
    id: () => `${String(world).padStart(8, '0')}-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    pause(milliseconds) {
      if (dead) kill()
      pauses.push(milliseconds)
      passed += milliseconds
      return Promise.resolve()
    },
    async send(request) {
      if (dead) kill()
      requests.push(request)
      passed += 20
      const fault = faultOf(faults, requests.length)
      if (fault === 'killed') return kill()
      if (fault === 'hang') throw unreachable(request.url)
      if (typeof fault === 'object' && fault !== null && 'status' in fault) return fault.status
      if (typeof fault === 'object' && fault !== null) await fault.meanwhile()
      breaches.push(...(check?.(request) ?? []).map((breach) => `${request.method} ${new URL(request.url).pathname}: ${breach}`))
      const reply = await parts.answer(request)
      if (fault === 'killed-after') return kill()
      if (fault === 'lost') throw unreachable(request.url)
      return reply
    },
    reach: () => Promise.resolve(reach),
  }
}
