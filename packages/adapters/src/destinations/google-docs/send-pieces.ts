import { BlamefreeError, sendPatiently, type Reply, type World } from '@blamefree/core'

/** How often one file is gone on with, or begun again, before it is given up. */
const MOST_BREAKS = 5

/**
 * Sends a file piece by piece (Drive's resumable upload). `start` asks for the address that takes the pieces. Where a piece breaks off, Google is asked what it has, and
 * we go on from there; where the address is not known any more, we begin again, which makes no second document: there is none before the last piece is there.
 */
export async function sendPieces(
  file: Uint8Array,
  size: number,
  { start, world }: { readonly start: () => Promise<Reply>; readonly world: World },
): Promise<Reply> {
  let session = await start()
  let breaks = 0
  let from = 0
  let sure = true
  for (;;) {
    const url = session.status === 200 ? session.headers['location'] : undefined
    if (url === undefined) return session
    const to = Math.min(file.byteLength, from + size)
    const range = sure ? `bytes ${from}-${to - 1}/${file.byteLength}` : `bytes */${file.byteLength}`
    const reply = await orBroken(put({ url, range, body: sure ? file.subarray(from, to) : NOTHING }, world), breaks)
    if (reply !== null && reply.status === INCOMPLETE) {
      const received = receivedOf(reply)
      // What is not taken, though nothing broke, is sent again only so often, and so is asked for what is there but not done.
      if (((received <= from && sure) || received >= file.byteLength) && ++breaks > MOST_BREAKS) throw gaveUp()
      from = received
      sure = received < file.byteLength
    } else if (reply !== null && reply.status < 500 && !GONE.has(reply.status)) return reply
    else {
      if (++breaks > MOST_BREAKS) throw gaveUp()
      await world.pause(250 * 2 ** breaks)
      if (reply !== null && GONE.has(reply.status)) {
        session = await start()
        from = 0
        sure = true
      } else sure = false
    }
  }
}

/** The session goes on. */
const INCOMPLETE = 308
/** The session is over: it ended, or was never there. */
const GONE: ReadonlySet<number> = new Set([404, 410])
const NOTHING = new Uint8Array()

/** The address itself lets us in: it gets no token. */
function put({ url, range, body }: { readonly url: string; readonly range: string; readonly body: Uint8Array }, world: World): Promise<Reply> {
  return sendPatiently({ method: 'PUT', url, headers: { 'content-range': range }, body, within: 120_000 }, world, { id: 'google-docs', title: 'Google Drive' })
}

/** How many bytes of the file have arrived: `bytes=0-524287`, or nothing yet. */
function receivedOf({ headers }: Reply): number {
  const last = /^bytes=0-(\d+)$/.exec(headers['range'] ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}

/** The answer; null where none came. After too many the error itself. */
async function orBroken(sending: Promise<Reply>, breaks: number): Promise<Reply | null> {
  try {
    return await sending
  } catch (error) {
    if (breaks < MOST_BREAKS && error instanceof BlamefreeError && error.code === 'outbound/unreachable') return null
    throw error
  }
}

const gaveUp = (): BlamefreeError =>
  new BlamefreeError('google-docs/refused', 'Cannot send the document to Google Docs: Google breaks off the upload again and again.', 'Try again later.')
