import {
  cleanText,
  foreignMarkdown,
  gatherPeople,
  inferred,
  newReading,
  peekJson,
  readJson,
  stated,
  type Fact,
  type Facts,
  type Link,
  type Origin,
  type Problem,
  type Raw,
  type Reading,
  type Recognition,
} from '@blamefree/core'
import { eventsOf, type Reader } from './events.ts'
import { thingsIn, ticketOf, type Thing, type Ticket } from './schema.ts'

const ID = 'github'

/** Certain for deployments, releases, pull requests, issues and their comments. */
export function recognise(raw: Raw): Recognition {
  return peekJson(raw).some((value) => thingsIn(value).length > 0) ? 'certain' : 'no'
}

/** What was deployed, released, merged and discussed; where there is exactly one issue, it is the incident's ticket. */
export function read(raw: Raw): Reading {
  const { documents, problems: broken } = readJson(raw)
  const problems: Problem[] = [...broken]
  const things: Thing[] = []
  for (const { value, file, line } of documents) {
    const found = thingsIn(value)
    if (found.length === 0) {
      const message = 'This is JSON, but no deployment, release, pull request or issue of GitHub.'
      problems.push({
        code: 'github/shape',
        message,
        hint: 'Give what the REST API answers, or the body of a webhook.',
        weight: 'error',
        place: { file, line },
      })
    }
    things.push(...found)
  }
  const people = gatherPeople(ID)
  const reader: Reader = { people, person: ({ login, bot }) => people.add({ ref: login, handle: login, bot }) }
  const events = things.flatMap((thing) => eventsOf(thing, reader))
  const issues = new Map<string, Ticket>()
  const links = new Map<string, Fact<Link>>()
  for (const thing of things) {
    if (thing.kind !== 'issue' && thing.kind !== 'pull-request') continue
    const ticket = ticketOf(thing.value, thing.repository)
    const pull = thing.kind === 'pull-request' || ticket.isPullRequest
    if (!pull) issues.set(ticket.ref, ticket)
    const title = cleanText(`${pull ? 'Pull request' : 'GitHub issue'} #${ticket.number}`)
    links.set(ticket.ref, stated({ kind: pull ? 'pull-request' : 'ticket', title, url: ticket.url }, originOf(ticket)))
  }
  const [only] = issues.size === 1 ? issues.values() : []
  const facts = only === undefined ? {} : factsOf(only, reader)
  return newReading(ID, raw, { ...facts, links: [...links.values()], events, people: people.list() }, problems)
}

const originOf = (ticket: Ticket): Origin => ({ source: ID, ref: cleanText(ticket.ref), url: ticket.url, label: cleanText(`GitHub issue #${ticket.number}`) })

/** A label such as `severity: high`, `sev/1` or `sev2`. */
const SEVERITY = /^(?:severity|sev)\s*[:/ -]?\s*(.{1,30})$/i

function factsOf(issue: Ticket, reader: Reader): Partial<Facts> {
  const origin = originOf(issue)
  const said = (text: string | null): Fact<string> | null => (text === null || cleanText(text).trim() === '' ? null : stated(cleanText(text).trim(), origin))
  const body = issue.body === null ? '' : foreignMarkdown(issue.body)
  const label = issue.labels.map((name) => cleanText(name).trim()).find((name) => SEVERITY.test(name))
  const word = label === undefined ? undefined : SEVERITY.exec(label)?.[1]
  const severity = word === undefined ? null : /^\d/.test(word) ? `sev${word}` : word
  const lead = issue.assignees.length === 1 ? issue.assignees : []
  return {
    title: said(issue.title),
    summary: body === '' ? null : inferred(body, origin, 'issue-body'),
    status: said(issue.state),
    severity: severity === null || severity.trim() === '' ? null : inferred(severity.trim(), origin, 'issue-label'),
    roles: {
      ...(lead.length === 0 ? {} : { lead: lead.map((account) => inferred(reader.person(account), origin, 'issue-assignee')) }),
      ...(issue.author === null || issue.author.bot ? {} : { reporter: [inferred(reader.person(issue.author), origin, 'issue-author')] }),
    },
    timestamps: {
      ...(issue.created === null ? {} : { reported: inferred(issue.created, origin, 'issue-opened') }),
      ...(issue.closed === null ? {} : { closed: inferred(issue.closed, origin, 'issue-closed') }),
    },
  }
}
