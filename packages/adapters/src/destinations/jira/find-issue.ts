import { listAt, replyJson } from '@blamefree/core'
import type { PageNow, World } from '@blamefree/core'
import { call, refusal } from './call.ts'
import { FIELDS, issueNow, PROPERTY } from './issue.ts'
import { markerLabel } from './labels.ts'
import type { JiraConfig } from './settings.ts'

/** Every issue that carries our marker, the first made first, whatever project it was moved to. The label finds it, the property says whose it is. */
export async function issuesWith(marker: string, config: JiraConfig, world: World): Promise<PageNow[]> {
  const body = { jql: `labels = "${markerLabel(marker)}" ORDER BY created ASC`, maxResults: 20, fields: FIELDS, properties: [PROPERTY] }
  const reply = await call({ method: 'POST', path: '/search/jql', body }, config, world)
  if (reply.status !== 200) throw refusal(reply, 'look for the issue in Jira')
  return listAt(replyJson(reply), 'issues')
    .flatMap((issue) => issueNow(issue, config) ?? [])
    .filter((page) => page.marker === marker)
    .toSorted((a, b) => Number(a.ref.id) - Number(b.ref.id))
}

/** The issue that carries our marker. */
export async function findIssue(marker: string, config: JiraConfig, world: World): Promise<PageNow | null> {
  return (await issuesWith(marker, config, world))[0] ?? null
}
