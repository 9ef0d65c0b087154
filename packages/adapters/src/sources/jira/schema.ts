import {
  addressAt,
  instantAt,
  isRecord,
  listAt,
  numberAt,
  peekJson,
  recordAt,
  textAt,
  valueAt,
  type Instant,
  type JsonRecord,
  type Raw,
  type Recognition,
} from '@blamefree/core'

/** Somebody in Jira: `accountId` in the cloud, `key` or `name` on a server. */
export interface User {
  readonly ref: string
  readonly name: string | null
  readonly email: string | null
  readonly zone: string | null
  readonly bot: boolean
}

/** A comment; `body` is ADF (API v3) or wiki markup (v2). */
export interface Comment {
  readonly id: string
  readonly author: User | null
  readonly body: unknown
  readonly created: Instant | null
}

/** One field that somebody changed. */
export interface Change {
  readonly id: string
  readonly author: User | null
  readonly at: Instant | null
  readonly field: string
  readonly from: string | null
  readonly to: string | null
  /** The new value's own id; for an assignee the account. */
  readonly toId: string | null
}

/** Another issue that this one names. `how` is in the words of the link: `is caused by`; `subtask` for one below it. */
export interface Related {
  readonly key: string
  readonly summary: string | null
  readonly status: string | null
  readonly done: boolean
  readonly priority: string | null
  readonly type: string | null
  readonly how: string
}

/** The fields of an issue that we use, whichever API or webhook it came from. */
export interface Issue {
  readonly key: string
  readonly url: string | null
  readonly summary: string | null
  readonly description: unknown
  readonly type: string | null
  readonly status: string | null
  readonly done: boolean
  readonly resolution: string | null
  readonly priority: string | null
  readonly assignee: User | null
  readonly reporter: User | null
  readonly creator: User | null
  readonly watchers: readonly User[]
  readonly labels: readonly string[]
  readonly components: readonly string[]
  readonly created: Instant | null
  readonly resolved: Instant | null
  readonly due: string | null
  readonly comments: readonly Comment[]
  /** How many comments the payload says there are, to tell whether some are missing. */
  readonly commentTotal: number | null
  readonly changes: readonly Change[]
  readonly changeTotal: number | null
  readonly related: readonly Related[]
  /** The team's own fields by the name that people see; only where the payload has the names (`expand=names`). */
  readonly custom: ReadonlyMap<string, unknown>
}

/** Certain for an issue, a list of them, search results and webhooks about issues. */
export function recognise(raw: Raw): Recognition {
  return peekJson(raw).some((value) => issuesIn(value).length > 0) ? 'certain' : 'no'
}

/** Every issue in a document; none when it is not Jira's. */
export function issuesIn(value: unknown): readonly Issue[] {
  if (Array.isArray(value)) return value.filter(isIssue).map((issue) => issueOf(issue, {}))
  if (!isRecord(value)) return []
  if (isIssue(value)) return [issueOf(value, recordAt(value, 'names'))]
  if (isIssue(value['issue'])) return [webhookIssue(value, value['issue'])]
  return listAt(value, 'issues')
    .filter(isIssue)
    .map((issue) => issueOf(issue, recordAt(value, 'names')))
}

/** Linear and others have issues with keys too; only Jira keeps everything else in `fields`. */
function isIssue(value: unknown): value is JsonRecord {
  return isRecord(value) && isRecord(value['fields']) && KEY.test(textAt(value, 'key') ?? '')
}

const KEY = /^[A-Z][A-Z0-9_]{0,30}-\d{1,12}$/

function webhookIssue(body: JsonRecord, value: JsonRecord): Issue {
  const issue = issueOf(value, {})
  const at = instantAt(body, 'timestamp')
  const author = userOf(body['user'])
  const changelog = recordAt(body, 'changelog')
  // What a new issue was made with is no change.
  const items = body['webhookEvent'] === 'jira:issue_created' ? [] : listAt(changelog, 'items')
  const changes = items.map((item, index) => changeOf(item, `${textAt(changelog, 'id') ?? at ?? ''}:${index}`, { author, at }))
  const told = isRecord(body['comment']) && body['webhookEvent'] !== 'comment_deleted' ? [commentOf(body['comment'], 0)] : []
  const comments = [...issue.comments, ...told.filter(({ id }) => issue.comments.every((comment) => comment.id !== id))]
  return { ...issue, changes: [...issue.changes, ...changes], comments }
}

function issueOf(value: JsonRecord, names: JsonRecord): Issue {
  const key = textAt(value, 'key') ?? ''
  const fields = recordAt(value, 'fields')
  const histories = listAt(value, 'changelog', 'histories')
  return {
    key,
    url: browseUrl(addressAt(value, 'self'), key),
    summary: textAt(fields, 'summary'),
    description: fields['description'],
    type: textAt(fields, 'issuetype', 'name'),
    status: textAt(fields, 'status', 'name'),
    done: isDone(fields),
    resolution: textAt(fields, 'resolution', 'name'),
    priority: textAt(fields, 'priority', 'name'),
    assignee: userOf(fields['assignee']),
    reporter: userOf(fields['reporter']),
    creator: userOf(fields['creator']),
    watchers: listAt(fields, 'watches', 'watchers').map(userOf).filter(isUser),
    labels: listAt(fields, 'labels').filter((label): label is string => typeof label === 'string' && label.trim() !== ''),
    components: listAt(fields, 'components').flatMap((component) => textAt(component, 'name') ?? []),
    created: instantAt(fields, 'created'),
    resolved: instantAt(fields, 'resolutiondate'),
    due: dayOf(fields['duedate']),
    comments: listAt(fields, 'comment', 'comments').map(commentOf),
    commentTotal: numberAt(fields, 'comment', 'total'),
    changes: histories.flatMap((history, at) => changesOf(history, at)),
    changeTotal: numberAt(value, 'changelog', 'total'),
    related: [...listAt(fields, 'subtasks').flatMap((issue) => relatedOf(issue, 'subtask')), ...listAt(fields, 'issuelinks').flatMap(linkedOf)],
    custom: customOf(fields, names),
  }
}

/** Where people read an issue: beside `/rest/`, not the API's own address. */
function browseUrl(self: string | null, key: string): string | null {
  const at = self?.indexOf('/rest/') ?? -1
  return self === null || at < 0 ? null : `${self.slice(0, at)}/browse/${key}`
}

function userOf(value: unknown): User | null {
  const ref = textAt(value, 'accountId') ?? textAt(value, 'key') ?? textAt(value, 'name') ?? textAt(value, 'emailAddress') ?? textAt(value, 'displayName')
  if (ref === null) return null
  return {
    ref,
    name: textAt(value, 'displayName') ?? textAt(value, 'name'),
    email: textAt(value, 'emailAddress')?.includes('@') === true ? textAt(value, 'emailAddress') : null,
    zone: textAt(value, 'timeZone'),
    bot: textAt(value, 'accountType') === 'app',
  }
}

const isUser = (user: User | null): user is User => user !== null

/** A user as a custom field holds one. */
export const userIn = (value: unknown): User | null => (isRecord(value) && ('accountId' in value || 'displayName' in value) ? userOf(value) : null)

function commentOf(value: unknown, index: number): Comment {
  return {
    id: textAt(value, 'id') ?? `#${index}`,
    author: userOf(valueAt(value, 'author')) ?? userOf(valueAt(value, 'updateAuthor')),
    body: valueAt(value, 'body'),
    created: instantAt(value, 'created'),
  }
}

function changesOf(history: unknown, at: number): Change[] {
  const who = { author: userOf(valueAt(history, 'author')), at: instantAt(history, 'created') }
  const id = textAt(history, 'id') ?? `#${at}`
  return listAt(history, 'items').map((item, index) => changeOf(item, `${id}:${index}`, who))
}

function changeOf(item: unknown, id: string, { author, at }: Pick<Change, 'author' | 'at'>): Change {
  return { id, author, at, field: textAt(item, 'field') ?? '', from: textAt(item, 'fromString'), to: textAt(item, 'toString'), toId: textAt(item, 'to') }
}

function linkedOf(link: unknown): Related[] {
  const name = textAt(link, 'type', 'name')
  const outward = relatedOf(valueAt(link, 'outwardIssue'), textAt(link, 'type', 'outward') ?? name ?? 'relates to')
  return [...outward, ...relatedOf(valueAt(link, 'inwardIssue'), textAt(link, 'type', 'inward') ?? name ?? 'relates to')]
}

function relatedOf(issue: unknown, how: string): Related[] {
  const key = textAt(issue, 'key')
  if (key === null || !KEY.test(key)) return []
  const fields = recordAt(issue, 'fields')
  const name = (field: string): string | null => textAt(fields, field, 'name')
  return [{ key, summary: textAt(fields, 'summary'), status: name('status'), done: isDone(fields), priority: name('priority'), type: name('issuetype'), how }]
}

const isDone = (fields: JsonRecord): boolean =>
  textAt(fields, 'status', 'statusCategory', 'key') === 'done' || /^(?:done|closed|resolved|complete[d]?)$/i.test(textAt(fields, 'status', 'name') ?? '')

function customOf(fields: JsonRecord, names: JsonRecord): ReadonlyMap<string, unknown> {
  const custom = new Map<string, unknown>()
  for (const [id, value] of Object.entries(fields)) {
    const name = textAt(names, id)
    if (id.startsWith('customfield_') && name !== null && value !== null) custom.set(name, value)
  }
  return custom
}

/** A calendar day, `2026-03-11`; null for anything else. */
export function dayOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value) ? value : null
}
