import { DETAIL, cleanText, escapeMarkdown, type TimelineEvent, type What } from '@blamefree/core'
import type { Reader } from './reader.ts'
import type { Change, Comment, Issue } from './schema.ts'
import { richLine } from './rich-text.ts'

/** What happened to an issue: opened, its changes, its comments. */
export function issueEvents(issue: Issue, reader: Reader): TimelineEvent[] {
  return [
    ...opened(issue, reader),
    ...issue.changes.flatMap((change) => changed(change, issue, reader)),
    ...issue.comments.flatMap((comment) => commented(comment, issue, reader)),
  ]
}

function opened(issue: Issue, reader: Reader): TimelineEvent[] {
  if (issue.created === null) return []
  const who = issue.creator ?? issue.reporter
  const title = issue.summary === null ? '' : `: ${escapeMarkdown(issue.summary)}`
  return [
    {
      id: `jira:${issue.key}:created`,
      at: issue.created,
      text: `Opened ${issue.key}${title}`,
      actor: who === null ? null : reader.person(who),
      thread: null,
      origin: reader.originOf(issue),
      what: { kind: 'action', action: 'opened' },
      mark: DETAIL,
    },
  ]
}

/** Fields that say nothing about the incident: Jira's own bookkeeping, and what other events already tell. */
const BOOKKEEPING = new Set([
  'rank',
  'timespent',
  'timeestimate',
  'timeoriginalestimate',
  'worklogid',
  'worklogtimespent',
  'comment',
  'remoteworkitemlink',
  'workflow',
  'key',
  'project',
])

/** What we call a field that Jira calls otherwise. */
const NAMES = new Map([
  ['summary', 'title'],
  ['issuetype', 'type'],
  ['link', 'link'],
])

function changed(change: Change, issue: Issue, reader: Reader): TimelineEvent[] {
  const own = cleanText(change.field).trim()
  const field = NAMES.get(own.toLowerCase()) ?? own.toLowerCase().replace(/\s+/g, '-')
  if (change.at === null || own === '' || BOOKKEEPING.has(own.toLowerCase())) return []
  const long = field === 'description' || field === 'environment'
  const from = long || change.from === null ? null : cleanText(change.from).trim() || null
  const to = long || change.to === null ? null : cleanText(change.to).trim() || null
  if (field === 'assignee' && to !== null && change.toId !== null) reader.person({ ref: change.toId, name: to, email: null, zone: null, bot: false })
  return [
    {
      id: `jira:${issue.key}:change:${cleanText(change.id)}`,
      at: change.at,
      text: sentence({ field, own, from, to }, issue.key),
      actor: change.author === null ? null : reader.person(change.author),
      thread: null,
      origin: reader.originOf(issue),
      what: { kind: 'change', field, from, to },
      mark: DETAIL,
    },
  ]
}

function sentence({ field, own, from, to }: { field: string; own: string; from: string | null; to: string | null }, key: string): string {
  const [before, after] = [from, to].map((value) => (value === null ? null : escapeMarkdown(value)))
  if (field === 'assignee') return after === null || after === undefined ? `${key} unassigned` : `${key} assigned to ${after}`
  if (field === 'attachment') return after === null ? `File removed from ${key}` : `File added to ${key}: ${after}`
  if (field === 'link') return `${key}: ${after ?? `no longer: ${before}`}`
  const name = escapeMarkdown(own.charAt(0).toUpperCase() + own.slice(1))
  if (before === null && after === null) return `${name} of ${key} edited`
  if (after === null) return `${name} of ${key} cleared (was ${before})`
  return before === null ? `${name} of ${key} set to ${after}` : `${name} of ${key} changed from ${before} to ${after}`
}

function commented(comment: Comment, issue: Issue, reader: Reader): TimelineEvent[] {
  const text = richLine(comment.body)
  if (comment.created === null || text === '') return []
  const what: What = { kind: 'comment', bot: comment.author?.bot ?? false }
  const actor = comment.author === null ? null : reader.person(comment.author)
  const origin = reader.originOf(issue)
  const url = origin.url === null || !/^\d+$/.test(comment.id) ? origin.url : `${origin.url}?focusedCommentId=${comment.id}`
  const id = `jira:${issue.key}:comment:${cleanText(comment.id)}`
  return [{ id, at: comment.created, text, actor, thread: null, origin: { ...origin, ref: `${issue.key}#${cleanText(comment.id)}`, url }, what, mark: DETAIL }]
}
