import { BlamefreeError, replyJson, textAt } from '@blamefree/core'
import type { PageBody, PageNow, World } from '@blamefree/core'
import { attach } from './attach.ts'
import { call, refusal, type JiraCall } from './call.ts'
import { canonical } from './canonical.ts'
import { issuesWith } from './find-issue.ts'
import { ON_ITS_WAY, PROPERTY } from './issue.ts'
import { markerLabel } from './labels.ts'
import { readIssue } from './read-issue.ts'
import type { JiraConfig } from './settings.ts'
import { putIssue, writeIssue } from './write-issue.ts'

/** The call that makes an issue, with its marker where one is given. */
export function createCall(body: PageBody, marker: string | null, config: JiraConfig): JiraCall {
  return {
    method: 'POST',
    path: '/issue',
    body: {
      fields: {
        ...config.fields,
        project: { key: config.project },
        issuetype: { name: config.issueType },
        summary: body.title,
        description: JSON.parse(body.text) as unknown,
        labels: [...body.labels, ...(marker === null ? [] : [markerLabel(marker)])],
      },
      ...(marker === null ? {} : { properties: [{ key: PROPERTY, value: { marker } }] }),
    },
  }
}

/**
 * Makes the issue, marked in the same request. With files it first says only that they are on their way, so that one that was cut off does not look finished. Where two
 * were made at once, the first stays and ours goes.
 */
export async function createIssue(body: PageBody, marker: string, config: JiraConfig, world: World): Promise<PageNow> {
  const waiting = body.files.length > 0
  const reply = await call(createCall(waiting ? { ...body, text: ON_ITS_WAY } : body, marker, config), config, world)
  const id = reply.status === 201 ? textAt(replyJson(reply), 'id') : null
  if (id === null) throw refusal(reply, 'make an issue in Jira')
  const found = await issuesWith(marker, config, world)
  const [first] = found
  if (first !== undefined && Number(first.ref.id) < Number(id)) return yieldTo(first, id, { body, config, world })
  const mine = found.find(({ ref }) => ref.id === id) ?? (await freshIssue(id, config, world))
  if (!waiting) return mine
  const pictures = await attach(id, body, { config, world, attached: new Map(), pictures: new Map() })
  const written = await putIssue(body, mine, { pictures, fresh: new Set(pictures.keys()) }, { config, world })
  return written === 'stale' ? freshIssue(id, config, world) : written
}

async function freshIssue(id: string, config: JiraConfig, world: World): Promise<PageNow> {
  const read = await readIssue({ id, url: config.site }, config, world)
  if ('gone' in read) throw new BlamefreeError('jira/gone', 'Cannot publish to Jira: the new issue was deleted at once.', 'Publish again.')
  return read.page
}

interface Twin {
  readonly body: PageBody
  readonly config: JiraConfig
  readonly world: World
}

async function yieldTo(first: PageNow, id: string, { body, config, world }: Twin): Promise<PageNow> {
  const reply = await call({ method: 'DELETE', path: `/issue/${encodeURIComponent(id)}` }, config, world)
  if (reply.status !== 204 && reply.status !== 404)
    throw new BlamefreeError(
      'jira/twice',
      `Cannot publish to Jira: somebody published at the same moment, and there are two issues now: ${first.ref.url} and number ${id}.`,
      `Delete number ${id}, which the account may not, and publish again.`,
    )
  if (canonical(first.text) === canonical(body.text)) return first
  const written = await writeIssue(body, first, config, world)
  return written === 'stale' ? first : written
}
