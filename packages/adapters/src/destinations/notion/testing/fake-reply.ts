import type { Reply } from '@blamefree/core'

function fakeReply(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(value)) }
}

/** An answer with a value. */
export const ok = (value: unknown): Reply => fakeReply(200, value)

/** An answer that refuses, as Notion words it. */
export const problem = (status: number, code: string, message: string): Reply => fakeReply(status, { object: 'error', status, code, message })

/** The answer for what is not there, or not shared. */
export const missing = (): Reply => problem(404, 'object_not_found', 'Could not find it.')
