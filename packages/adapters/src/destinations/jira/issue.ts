import { instantAt, isRecord, listAt, recordAt, shortHash, textAt, valueAt } from '@blamefree/core'
import type { PageNow } from '@blamefree/core'
import { canonical } from './canonical.ts'
import { docText, paragraph, words } from './adf.ts'
import { asOurs, type Pictures } from './picture.ts'
import type { JiraConfig } from './settings.ts'

/** The property of an issue in which our marker is, and which of its attachments the pictures in its text are. */
export const PROPERTY = 'blamefree'

const WAITING_WORDS = 'This post-mortem is being published.'
const WAITING = paragraph([words(WAITING_WORDS)])

/** What a new issue says while its files are attached. That it does is no text of it, and nobody's. */
export const ON_ITS_WAY = docText([WAITING])

const SAYS_WAITING = canonical(JSON.stringify(WAITING))

/** The fields of an issue that we look at. */
export const FIELDS: readonly string[] = ['summary', 'description', 'updated', 'project']

/** Which pictures of ours an issue has, by its property. */
export function picturesOf(json: unknown): Pictures {
  return new Map(
    Object.entries(recordAt(json, 'properties', PROPERTY, 'images')).flatMap(([name, id]) =>
      typeof id === 'string' || id === null ? [[name, id] as const] : [],
    ),
  )
}

/** An issue as Jira tells it (`GET /issue/{id}`, and in searches) → a page; null where the answer is no issue. */
export function issueNow(json: unknown, { site }: JiraConfig, pictures: Pictures = picturesOf(json)): PageNow | null {
  const id = textAt(json, 'id')
  const key = textAt(json, 'key')
  if (id === null || key === null) return null
  const title = textAt(json, 'fields', 'summary') ?? ''
  const description = valueAt(json, 'fields', 'description')
  const content = listAt(description, 'content')
  const kept = content.filter((node) => textAt(node, 'content', 0, 'text') !== WAITING_WORDS || canonical(JSON.stringify(node)) !== SAYS_WAITING)
  const text = isRecord(description) ? asOurs(JSON.stringify({ ...description, content: kept }), pictures) : docText([])
  const name = textAt(json, 'fields', 'project', 'name')
  const project = textAt(json, 'fields', 'project', 'key')
  return {
    ref: { id, url: `${site}/browse/${encodeURIComponent(key)}`, extra: { key } },
    title,
    // Of what was read: `updated` also moves with every comment and status, which are no changes of the page.
    version: shortHash(`${title}\n${canonical(text)}`),
    text,
    ...(kept.length < content.length ? { unfinished: true } : {}),
    marker: textAt(json, 'properties', PROPERTY, 'marker'),
    changedAt: instantAt(json, 'fields', 'updated'),
    where: project === null ? null : `project ${name === null ? '' : `"${name}" `}(${project})`.replace('  ', ' '),
  }
}
