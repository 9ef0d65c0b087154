import { replyJson } from '@blamefree/core'
import type { PageBody, PageNow, World } from '@blamefree/core'
import { attach } from './attach.ts'
import { call, refusal, type JiraCall } from './call.ts'
import { issueNow } from './issue.ts'
import { readIssue } from './read-issue.ts'
import type { JiraConfig } from './settings.ts'

/** The call that writes over an issue. Labels are added: those that people set stay. */
export function writeCall(body: PageBody, id: string): JiraCall {
  return {
    method: 'PUT',
    path: `/issue/${encodeURIComponent(id)}?returnIssue=true`,
    body: { fields: { summary: body.title, description: JSON.parse(body.text) as unknown }, update: { labels: body.labels.map((label) => ({ add: label })) } },
  }
}

/** Writes over an issue that still reads as it did: Jira has no lock, so it is read right before. Files go first, so that a text never stands without them. */
export async function writeIssue(body: PageBody, page: PageNow, config: JiraConfig, world: World): Promise<PageNow | 'stale'> {
  const now = await readIssue(page.ref, config, world)
  if ('gone' in now || now.page.version !== page.version) return 'stale'
  await attach(page.ref.id, body.files, { config, world, attached: now.attached })
  return putIssue(body, now.page, config, world)
}

/** The writing itself, without a look before it. */
export async function putIssue(body: PageBody, page: PageNow, config: JiraConfig, world: World): Promise<PageNow | 'stale'> {
  const reply = await call(writeCall(body, page.ref.id), config, world)
  if (reply.status === 404 || reply.status === 409) return 'stale'
  if (reply.status !== 200 && reply.status !== 204) throw refusal(reply, 'write the issue in Jira')
  const written = reply.status === 200 ? issueNow(replyJson(reply), config) : null
  if (written !== null) return { ...written, marker: page.marker, where: written.where ?? page.where ?? null }
  const read = await readIssue(page.ref, config, world)
  return 'gone' in read ? 'stale' : read.page
}
