import { listAt, replyJson, textAt } from '@blamefree/core'
import type { PageGone, PageNow, PageRef, World } from '@blamefree/core'
import { call, refusal } from './call.ts'
import { FIELDS, issueNow, picturesOf, PROPERTY } from './issue.ts'
import type { Pictures } from './picture.ts'
import type { JiraConfig } from './settings.ts'

/** The issue as it is now, with the ids of what is attached to it by name, and what is known of its pictures. */
export interface IssueWithFiles {
  readonly page: PageNow
  readonly attached: ReadonlyMap<string, string>
  readonly pictures: Pictures
}

/** Reads an issue. Jira says of an issue that one may not see that it does not exist. */
export async function readIssue(ref: PageRef, config: JiraConfig, world: World): Promise<IssueWithFiles | PageGone> {
  const query = `fields=${[...FIELDS, 'attachment'].join(',')}&properties=${PROPERTY}`
  const reply = await call({ method: 'GET', path: `/issue/${encodeURIComponent(ref.id)}?${query}` }, config, world)
  if (reply.status === 404)
    return {
      gone: 'deleted',
      sentence: `The issue ${ref.extra?.['key'] ?? ref.id} is not there for us any more: it was deleted, or the account of Blamefree may not see it. Make a new one, or give the account access.`,
    }
  if (reply.status === 403) return { gone: 'forbidden', sentence: 'Jira does not let the account of Blamefree see this issue. Give it access to the project.' }
  const json = replyJson(reply)
  const page = reply.status === 200 ? issueNow(json, config) : null
  if (page === null) throw refusal(reply, 'read the issue in Jira')
  const attached = listAt(json, 'fields', 'attachment').flatMap((file) => {
    const [name, id] = [textAt(file, 'filename'), textAt(file, 'id')]
    return name === null || id === null ? [] : [[name, id] as const]
  })
  return { page, attached: new Map(attached), pictures: picturesOf(json) }
}
