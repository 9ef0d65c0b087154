import { instantFromMillis, type Instant, type Reply, type World, type WorldRequest } from '@blamefree/core'

/** A world with a real network, and waiting that takes no time. */
export function realWorld(see: (request: WorldRequest) => void = () => undefined): World {
  let passed = 0
  return {
    now: () => instantFromMillis(Date.UTC(2026, 2, 5) + passed) as Instant,
    id: () => '00000000-0000-4000-8000-000000000000',
    pause: (milliseconds) => Promise.resolve(void (passed += milliseconds)),
    send(request) {
      see(request)
      return sendReally(request)
    },
    reach: () => Promise.resolve([]),
  }
}

/** Sends over the network, as the outbound door does: no redirects, names of headers in lower case. */
export async function sendReally({ method, url, headers = {}, body }: WorldRequest): Promise<Reply> {
  const reply = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body: body as string }) })
  const bytes = new Uint8Array(await reply.arrayBuffer())
  const cookies = reply.headers.getSetCookie()
  return {
    status: reply.status,
    headers: { ...Object.fromEntries(reply.headers), ...(cookies.length === 0 ? {} : { 'set-cookie': cookies.join(', ') }) },
    body: bytes,
  }
}
