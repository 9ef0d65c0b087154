import { BlamefreeError, replyJson, sendPatiently, type Reply, type World, type WorldRequest } from '@blamefree/core'
import { apiErrorOf, MEDIAWIKI, type ApiError } from './api-error.ts'

/** Errors that ask for patience: the wiki says them with status 200. */
const WAIT: Readonly<Record<string, string>> = { maxlag: '5', ratelimited: '15', readonly: '5' }

/** Sends a request, and waits where the wiki asks for it, by its status or by an error that it says with status 200. */
export async function patiently(request: WorldRequest, world: World): Promise<Reply> {
  let last: ApiError | null = null
  const patient: World = {
    now: () => world.now(),
    id: () => world.id(),
    pause: (milliseconds) => world.pause(milliseconds),
    reach: (url) => world.reach(url),
    async send(asked) {
      const reply = await world.send(asked)
      last = apiErrorOf(replyJson(reply))
      const seconds = last === null ? undefined : WAIT[last.code]
      return seconds === undefined ? reply : { ...reply, status: 503, headers: { 'retry-after': seconds, ...reply.headers } }
    },
  }
  try {
    return await sendPatiently(request, patient, MEDIAWIKI)
  } catch (error) {
    const { code, info } = last ?? { code: '', info: '' }
    if (code !== 'readonly' || !(error instanceof BlamefreeError)) throw error
    throw new BlamefreeError(
      'mediawiki/read-only',
      `Cannot write in MediaWiki now: it can only be read (“${info.slice(0, 200)}”).`,
      'Try again when the wiki can be edited.',
    )
  }
}
