import { listAt, textAt } from '@blamefree/core'
import { refused } from './api-error.ts'
import { call, callOf, type Inside } from './call.ts'
import { letGo } from './lock.ts'
import type { XmlRpcValue } from './xml-rpc.ts'

/** A page that is about to be written. */
export interface Put {
  readonly id: string
  readonly raw: string
  /** The revision that it is written over; null for a new page. */
  readonly before: string | null
  readonly marker: string | null
}

/** What a page is written with. The wiki lets go of the lock by itself. */
export function putParams({ id, raw, before, marker }: Put): readonly XmlRpcValue[] {
  const mark = marker === null ? '' : ` (${marker})`
  return [id, raw, { sum: `Post-mortem ${before === null ? 'made' : 'brought up to date'} by Blamefree${mark}`, minor: false }]
}

/** The call that writes a page, for a dry run. */
export const putRequest = (put: Put, config: Inside['config']): ReturnType<typeof callOf> => callOf('wiki.putPage', putParams(put), config)

/**
 * Writes, and looks at the revisions afterwards: a lock keeps others from beginning to write, but whoever began before may save at any moment. When somebody did so between
 * our reading and our writing, their text is put back, and it is `stale`. Gives what the wiki says of the newest revision.
 */
export async function putPage(put: Put, inside: Inside): Promise<unknown> {
  const { id, before } = put
  const params = putParams(put)
  const done = await call('wiki.putPage', params, inside).catch((error: unknown) => letGo(id, inside, error))
  if ('fault' in done) return letGo(id, inside, refused('write the page', done.fault))
  const listed = await call('wiki.getPageVersions', [id, 0], inside)
  if ('fault' in listed) throw refused('read the page', listed.fault)
  const versions = listAt(listed.value)
  const between = before === null ? [] : betweenOf(versions, { ours: (params[2] as { sum: string }).sum, before })
  const theirs = textAt(between[0], 'version')
  if (theirs === null) return versions[0]
  const text = await call('wiki.getPageVersion', [id, Number(theirs)], inside)
  if ('fault' in text || typeof text.value !== 'string' || text.value === '') return versions[0]
  const back = await call('wiki.putPage', [id, text.value, { sum: 'Put back by Blamefree: it was saved at the same moment', minor: true }], inside)
  return 'fault' in back ? versions[0] : 'stale'
}

/** The revisions between the one that was read and ours, the newest first. */
function betweenOf(versions: readonly unknown[], { ours, before }: { readonly ours: string; readonly before: string }): readonly unknown[] {
  const own = versions.findIndex((one) => textAt(one, 'sum') === ours)
  const read = versions.findIndex((one) => textAt(one, 'version') === before)
  return own < 0 || read < own ? [] : versions.slice(own + 1, read)
}
