import type { World, WorldRequest } from '@blamefree/core'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../now.ts'
import type { Outbound } from './outbound.ts'

/** The outside as adapters know it, through our one door. Ends with the signal: what waits or is on its way is cut off. */
export function openWorld(outbound: Outbound, signal?: AbortSignal): World {
  const until = signal === undefined ? {} : { signal }
  return {
    now,
    id: randomUUID,
    pause: (milliseconds) => wait(milliseconds, undefined, until),
    async send(request: WorldRequest) {
      const { status, headers, body } = await outbound.send({ ...request, ...until })
      return { status, headers, body }
    },
    reach: (url) => outbound.reach(url),
  }
}
