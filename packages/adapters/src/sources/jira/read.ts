import {
  cleanText,
  gatherPeople,
  inferred,
  newReading,
  readJson,
  stated,
  type Fact,
  type Facts,
  type Link,
  type Origin,
  type Problem,
  type Raw,
  type Reading,
} from '@blamefree/core'
import { customFacts } from './custom-fields.ts'
import { issueEvents } from './events.ts'
import { followUpsOf } from './follow-ups.ts'
import type { Reader } from './reader.ts'
import { issuesIn, type Issue } from './schema.ts'
import { richBlocks } from './rich-text.ts'

const ID = 'jira'

/** The facts of the incident's issue; of the other issues in the payload, what happened to them. */
export function read(raw: Raw): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const issues = new Map<string, Issue>()
  for (const { value, file, line } of documents) {
    const found = issuesIn(value)
    if (found.length === 0) {
      const message = 'This is JSON, but holds no issue of Jira (an object with a key and fields).'
      problems.push({
        code: 'jira/shape',
        message,
        hint: 'Give what /rest/api/3/issue/KEY?expand=names,changelog answers.',
        weight: 'error',
        place: { file, line },
      })
    }
    for (const issue of found) {
      const known = issues.get(issue.key)
      issues.set(issue.key, known === undefined ? issue : together(known, issue))
      problems.push(...missing(issue, file))
    }
  }
  const main = incidentOf([...issues.values()], problems, raw.name)
  if (main === null) return newReading(ID, raw, {}, problems)
  return newReading(ID, raw, factsOf(main, issues), problems)
}

function factsOf(main: Issue, issues: ReadonlyMap<string, Issue>): Partial<Facts> {
  const people = gatherPeople(ID)
  const reader: Reader = {
    people,
    person: (user) => people.add(user),
    originOf: ({ key, url }) => ({ source: ID, ref: key, url, label: `Jira issue ${key}` }),
  }
  const origin = reader.originOf(main)
  const description = richBlocks(main.description)
  const custom = customFacts(main, reader)
  const events = [...issues.values()].flatMap((issue) => issueEvents(issue, reader))
  const said = (text: string | null): Fact<string> | null => (text === null || cleanText(text).trim() === '' ? null : stated(cleanText(text).trim(), origin))
  const priority = main.priority === null ? null : inferred(cleanText(main.priority), origin, 'ticket-priority')
  return {
    title: said(main.summary),
    summary: custom.summary ?? (description === '' ? null : inferred(description, origin, 'ticket-description')),
    type: custom.type,
    severity: custom.severity ?? priority,
    status: said(main.status),
    services: [...custom.services, ...main.components.map((name) => stated(cleanText(name).trim(), origin))].filter(({ value }) => value !== ''),
    fields: { ...labelsOf(main, origin), ...custom.fields },
    roles: { ...rolesOf(main, reader), ...custom.roles },
    links: linksOf(main, [...issues.values()], reader),
    timestamps: { ...timestampsOf(main, origin), ...custom.timestamps },
    followUps: followUpsOf(main, issues, reader),
    events,
    people: people.list(),
  }
}

/** What several webhooks say of one issue: the latest has the newest fields, each its own changes and comments. */
function together(known: Issue, later: Issue): Issue {
  const byId = <T extends { readonly id: string }>(one: readonly T[], two: readonly T[]): T[] => [
    ...new Map([...one, ...two].map((item) => [item.id, item])).values(),
  ]
  const custom = new Map([...known.custom, ...later.custom])
  return { ...later, changes: byId(known.changes, later.changes), comments: byId(known.comments, later.comments), custom }
}

/** The one issue that is the incident: the only one, or the only one of such a type; else the first, and a problem says so. */
function incidentOf(issues: readonly Issue[], problems: Problem[], file: string): Issue | null {
  const [first] = issues
  if (first === undefined) return null
  const incidents = issues.filter(({ type }) => /incident|outage|major problem/i.test(type ?? ''))
  const main = incidents[0] ?? first
  if (issues.length > 1 && incidents.length !== 1) {
    problems.push({
      code: 'jira/several-issues',
      message: `There are ${issues.length} issues here, and ${incidents.length === 0 ? 'none is' : `${incidents.length} are`} of a type called incident; ${main.key} is taken as the incident.`,
      hint: 'Give the issue of the incident alone, or first.',
      weight: 'warning',
      place: { file },
    })
  }
  return main
}

function missing(issue: Issue, file: string): Problem[] {
  const lacking = [
    { what: 'comments', have: issue.comments.length, of: issue.commentTotal ?? 0, path: 'fields.comment' },
    { what: 'changes', have: new Set(issue.changes.map(({ id }) => id.split(':')[0])).size, of: issue.changeTotal ?? 0, path: 'changelog' },
  ]
  return lacking
    .filter(({ have, of }) => have < of)
    .map(({ what, have, of, path }) => ({
      code: `jira/missing-${what}`,
      message: `${issue.key} has ${of} ${what}, and only ${have} are here.`,
      hint: `Ask the API for the rest: /rest/api/3/issue/${issue.key}/${what === 'comments' ? 'comment' : 'changelog'}.`,
      weight: 'warning' as const,
      place: { file, path },
    }))
}

function labelsOf(issue: Issue, origin: Origin): Facts['fields'] {
  const labels = issue.labels.map((label) => cleanText(label).trim()).filter((label) => label !== '')
  return labels.length === 0 ? {} : { labels: stated(labels, origin) }
}

function rolesOf(issue: Issue, reader: Reader): Facts['roles'] {
  const origin = reader.originOf(issue)
  const roles: Record<string, readonly Fact<string>[]> = {}
  const reporter = issue.reporter ?? issue.creator
  if (issue.assignee !== null) roles['lead'] = [inferred(reader.person(issue.assignee), origin, 'ticket-assignee')]
  if (reporter !== null) {
    const id = reader.person(reporter)
    roles['reporter'] = [issue.reporter === null ? inferred(id, origin, 'ticket-creator') : stated(id, origin)]
  }
  if (issue.watchers.length > 0) roles['observers'] = issue.watchers.map((user) => inferred(reader.person(user), origin, 'ticket-watcher'))
  return roles
}

function timestampsOf(issue: Issue, origin: Origin): Facts['timestamps'] {
  return {
    ...(issue.created === null ? {} : { reported: inferred(issue.created, origin, 'ticket-created') }),
    ...(issue.resolved === null ? {} : { closed: inferred(issue.resolved, origin, 'ticket-resolved') }),
  }
}

function linksOf(main: Issue, issues: readonly Issue[], reader: Reader): Fact<Link>[] {
  const origin = reader.originOf(main)
  const links = new Map<string, Fact<Link>>([[main.key, stated({ kind: 'ticket', title: `Jira issue ${main.key}`, url: main.url }, origin)]])
  const base = main.url?.slice(0, -main.key.length) ?? null
  for (const { key, summary, how } of main.related) {
    if (links.has(key) || how === 'subtask') continue
    const title = cleanText(`${key} (${how})${summary === null ? '' : `: ${summary}`}`)
    links.set(key, stated({ kind: 'ticket', title, url: base === null ? null : `${base}${key}` }, origin))
  }
  for (const issue of issues) {
    if (!links.has(issue.key)) links.set(issue.key, stated({ kind: 'ticket', title: `Jira issue ${issue.key}`, url: issue.url }, reader.originOf(issue)))
  }
  return [...links.values()]
}
