import { replyJson } from '@blamefree/core'
import type { PageBody, PageNow, World } from '@blamefree/core'
import { attach } from './attach.ts'
import { call, refusal, type JiraCall } from './call.ts'
import { issueNow, PROPERTY } from './issue.ts'
import { asTheirs, type Pictures } from './picture.ts'
import { readIssue } from './read-issue.ts'
import type { JiraConfig } from './settings.ts'

const NONE: Pictures = new Map()

/** The call that writes over an issue. Labels are added: those that people set stay. Which pictures of ours it shows is kept with it, in the same request. */
export function writeCall(body: PageBody, { ref, marker }: Pick<PageNow, 'ref' | 'marker'>, pictures: Pictures = NONE): JiraCall {
  const value = { ...(marker === null ? {} : { marker }), images: Object.fromEntries(pictures) }
  return {
    method: 'PUT',
    path: `/issue/${encodeURIComponent(ref.id)}?returnIssue=true`,
    body: {
      fields: { summary: body.title, description: JSON.parse(body.text) as unknown },
      update: { labels: body.labels.map((label) => ({ add: label })) },
      ...(pictures.size === 0 ? {} : { properties: [{ key: PROPERTY, value }] }),
    },
  }
}

/** Writes over an issue that still reads as it did: Jira has no lock, so it is read right before. Files go first, so that a text never stands without them. */
export async function writeIssue(body: PageBody, page: PageNow, config: JiraConfig, world: World): Promise<PageNow | 'stale'> {
  const now = await readIssue(page.ref, config, world)
  if ('gone' in now || now.page.version !== page.version) return 'stale'
  const { attached, pictures: known } = now
  const pictures = await attach(page.ref.id, body, { config, world, attached, pictures: known })
  return putIssue(
    body,
    now.page,
    { pictures, fresh: new Set([...pictures].flatMap(([name, id]) => (known.get(name) === id ? [] : [name]))) },
    { config, world },
  )
}

/** The pictures of a text, and which of them Jira has not shown yet. */
interface Shown {
  readonly pictures: Pictures
  readonly fresh: ReadonlySet<string>
}

/** The writing itself, without a look before it. A description that Jira refuses is sent again with its new pictures (or with all of them, where none is new) named in words. */
export async function putIssue(
  body: PageBody,
  page: PageNow,
  { pictures, fresh }: Shown,
  { config, world }: { readonly config: JiraConfig; readonly world: World },
): Promise<PageNow | 'stale'> {
  let shown = pictures
  let reply = await call(writeCall({ ...body, text: asTheirs(body.text, shown) }, page, shown), config, world)
  if (reply.status === 400 && [...pictures.values()].some((id) => id !== null)) {
    const isFresh = [...pictures].some(([name, id]) => id !== null && fresh.has(name))
    shown = new Map([...pictures].map(([name, id]) => [name, isFresh && !fresh.has(name) ? id : null]))
    reply = await call(writeCall({ ...body, text: asTheirs(body.text, shown) }, page, shown), config, world)
  }
  if (reply.status === 404 || reply.status === 409) return 'stale'
  if (reply.status !== 200 && reply.status !== 204) throw refusal(reply, 'write the issue in Jira')
  const written = reply.status === 200 ? issueNow(replyJson(reply), config, shown) : null
  if (written !== null) return { ...written, marker: page.marker, where: written.where ?? page.where ?? null }
  const read = await readIssue(page.ref, config, world)
  return 'gone' in read ? 'stale' : read.page
}
