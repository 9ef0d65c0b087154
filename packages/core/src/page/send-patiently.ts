import { millisOf } from '../instant.ts'
import { BlamefreeError } from '../problem.ts'
import type { Reply, World, WorldRequest } from './world.ts'

/**
 * Sends a request, and again when the place asks for patience (429, 503, 529), as long as `Retry-After` says or longer each time: at most four times and about a
 * minute. Then throws `<id>/busy`. Any other status is an answer.
 */
export async function sendPatiently(request: WorldRequest, world: World, place: { readonly id: string; readonly title: string }): Promise<Reply> {
  let left = MOST_WAITING
  for (let attempt = 1; ; attempt++) {
    const reply = await world.send(request)
    if (!BUSY.has(reply.status)) return reply
    const wait = Math.max(askedFor(reply, world) ?? 1000 * 2 ** (attempt - 1), 100)
    if (attempt === MOST_TRIES || wait > left) throw busy(place, reply.status, wait)
    left -= wait
    await world.pause(wait)
  }
}

const BUSY: ReadonlySet<number> = new Set([429, 503, 529])
const MOST_TRIES = 4
const MOST_WAITING = 60_000

/** Milliseconds until the moment that the place names, in seconds or as an HTTP date (RFC 9110 10.2.3); null where it names none. */
function askedFor({ headers }: Reply, world: World): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return text === '' || Number.isNaN(at) ? null : at - millisOf(world.now())
}

function busy({ id, title }: { readonly id: string; readonly title: string }, status: number, wait: number): BlamefreeError {
  return new BlamefreeError(
    `${id}/busy`,
    `Cannot reach ${title} now: it answers that it is too busy (${status}).`,
    `Try again in ${Math.max(1, Math.ceil(wait / 60_000))} min.`,
  )
}
