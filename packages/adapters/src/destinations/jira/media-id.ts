import { BlamefreeError } from '@blamefree/core'
import type { World } from '@blamefree/core'
import { call } from './call.ts'
import type { JiraConfig } from './settings.ts'

/**
 * The id under which Jira's media store has an attachment; null where Jira does not tell. No answer of its API has it, but the address to which it sends whoever wants the file (303, documented)
 * ends in `/file/<id>/binary` (not documented). Nothing is sent to that address.
 */
export async function mediaId(attachment: string, config: JiraConfig, world: World): Promise<string | null> {
  try {
    const { status, headers } = await call({ method: 'GET', path: `/attachment/content/${encodeURIComponent(attachment)}` }, config, world)
    const location = status >= 300 && status < 400 ? (headers['location'] ?? '') : ''
    return /\/file\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//i.exec(URL.parse(location)?.pathname ?? '')?.[1]?.toLowerCase() ?? null
  } catch (error) {
    // The file itself came, and is large.
    if (error instanceof BlamefreeError && error.code === 'outbound/too-large') return null
    throw error
  }
}
