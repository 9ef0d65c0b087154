import { replyJson, textAt, type Reply, type WorldRequest } from '@blamefree/core'
import { call, callOpen, graphUrl, pathOf } from './call.ts'
import type { Way } from './read-file.ts'

/** The largest file in one request, in bytes; above it, Graph wants a session. */
export const LARGEST_SIMPLE = 4 * 1024 ** 2

/** A piece of a session: a multiple of 320 KiB. */
const PIECE = 10 * 320 * 1024

/** Where a file goes: to a new name in a folder, or over an item that still has its version. */
export type Goal = { readonly folder: string; readonly name: string } | { readonly id: string; readonly version: string }

/** The request that puts a file there. A new one clashes with a file of its name instead of replacing it. */
export function uploadRequest(file: Uint8Array, drive: string, goal: Goal): WorldRequest {
  const base = `drives/${encodeURIComponent(drive)}`
  const isNew = 'name' in goal
  return {
    method: 'PUT',
    url: graphUrl(
      isNew
        ? `${base}/root:/${pathOf(goal.folder, goal.name)}:/content?@microsoft.graph.conflictBehavior=fail`
        : `${base}/items/${encodeURIComponent(goal.id)}/content`,
    ),
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ...(isNew ? {} : { 'if-match': goal.version }) },
    body: file,
    within: 120_000,
  }
}

/** Puts the file there, in one request or piece by piece. The answer is the item's, or of the request that failed. */
export async function upload(file: Uint8Array, drive: string, goal: Goal, { config, world }: Way): Promise<Reply> {
  if (file.byteLength <= LARGEST_SIMPLE) return call(uploadRequest(file, drive, goal), config, world)
  const session = await call(sessionRequest(drive, goal), config, world)
  const url = session.status === 200 ? textAt(replyJson(session), 'uploadUrl') : null
  if (url === null) return session
  let reply = session
  for (let from = 0; from < file.byteLength; from += PIECE) {
    const to = Math.min(file.byteLength, from + PIECE)
    const headers = { 'content-range': `bytes ${from}-${to - 1}/${file.byteLength}` }
    reply = await callOpen({ method: 'PUT', url, headers, body: file.subarray(from, to), within: 120_000 }, world)
    if (reply.status >= 300) return reply
  }
  return reply
}

function sessionRequest(drive: string, goal: Goal): WorldRequest {
  const base = `drives/${encodeURIComponent(drive)}`
  const isNew = 'name' in goal
  return {
    method: 'POST',
    url: graphUrl(
      isNew ? `${base}/root:/${pathOf(goal.folder, goal.name)}:/createUploadSession` : `${base}/items/${encodeURIComponent(goal.id)}/createUploadSession`,
    ),
    headers: { 'content-type': 'application/json', ...(isNew ? {} : { 'if-match': goal.version }) },
    body: JSON.stringify({ item: { '@microsoft.graph.conflictBehavior': isNew ? 'fail' : 'replace' } }),
  }
}
