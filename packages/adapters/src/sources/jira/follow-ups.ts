import { cleanText, escapeMarkdown, inferred, stated, type Fact, type FollowUp } from '@blamefree/core'
import type { Reader } from './reader.ts'
import type { Issue, Related } from './schema.ts'

/**
 * The issues that close the loop: subtasks and links that say so are stated; a task or bug that merely "relates to" the incident is inferred. Where the payload holds
 * the whole issue, its owner and due day come with it.
 */
export function followUpsOf(main: Issue, issues: ReadonlyMap<string, Issue>, reader: Reader): Fact<FollowUp>[] {
  const found = new Map<string, Fact<FollowUp>>()
  for (const related of main.related) {
    const sure = related.how === 'subtask' || FOLLOWS.test(related.how)
    if (found.has(related.key) || (!sure && !(RELATES.test(related.how) && WORK.test(related.type ?? '')))) continue
    const followUp = followUpOf(related, main, { whole: issues.get(related.key), reader })
    const origin = reader.originOf({ key: related.key, url: followUp.ticket?.url ?? null })
    found.set(related.key, sure ? stated(followUp, origin) : inferred(followUp, origin, 'related-ticket'))
  }
  return [...found.values()]
}

/** How links to actions are called: `follow-up`, `action item for`, `is remediated by`, `post-incident review`, `is resolved by`. */
const FOLLOWS = /follow|action|remediat|post.?incident|is (?:fixed|resolved|mitigated|addressed) by|split to/i
const RELATES = /^(?:relates to|is related to|related)$/i
/** Work that somebody does, unlike another incident or a change that caused it. */
const WORK = /task|bug|story|improvement|action|fix|defect|feature|spike|issue/i

/** Words by which teams say that something will not be done. */
const NOT_DONE = /won.?t|will not|cancel|reject|declin|duplicate|obsolete|invalid|not (?:planned|needed|doing|a bug)|abandon|cannot reproduce/i

function followUpOf(related: Related, main: Issue, { whole, reader }: { whole: Issue | undefined; reader: Reader }): FollowUp {
  const base = main.url?.slice(0, -main.key.length) ?? null
  const end = [whole?.resolution, whole?.status ?? related.status].find((word) => NOT_DONE.test(word ?? '')) ?? null
  const done = whole?.done ?? related.done
  const outcome = end !== null ? 'wont-do' : done ? 'done' : 'open'
  return {
    id: `jira:${related.key}`,
    text: escapeMarkdown(related.summary ?? whole?.summary ?? related.key) || related.key,
    owner: whole?.assignee === undefined || whole.assignee === null ? null : reader.person(whole.assignee),
    due: whole?.due ?? null,
    priority: cleaned(whole?.priority ?? related.priority),
    outcome,
    reason: outcome === 'wont-do' ? cleaned(end) : null,
    ticket: { kind: 'ticket', title: related.key, url: whole?.url ?? (base === null ? null : `${base}${related.key}`) },
  }
}

const cleaned = (text: string | null | undefined): string | null => cleanText(text ?? '').trim() || null
