import {
  foreignMarkdown,
  isRecord,
  newReading,
  stated,
  type Fact,
  type Facts,
  type FieldValue,
  type JsonRecord,
  type Link,
  type Problem,
  type Raw,
  type ReadOptions,
  type Reading,
} from '@blamefree/core'
import type { Desk } from './desk.ts'
import { parseFile } from './file-text.ts'
import { findingsOf, followUpsOf } from './after.ts'
import { listOf, objectOf, textOf, wrong, type Page, type Path } from './known-keys.ts'
import { linkOf } from './link.ts'
import { membersOf } from './members.ts'
import { dayOf, momentOf, zoneOf } from './moments.ts'
import { timelineOf } from './timeline.ts'

const ID = 'incident-file'

/** The facts as somebody wrote them; all are stated. */
export function read(raw: Raw, options: ReadOptions = {}): Reading {
  const problems: Problem[] = []
  const facts: Partial<Facts>[] = []
  for (const file of raw.files) {
    const parsed = parseFile(file)
    if (!('value' in parsed)) {
      problems.push(parsed)
      continue
    }
    const page: Page = { parsed, problems }
    const root = objectOf(parsed.value, 'root', [], page)
    const incident = root === null ? null : objectOf(root['incident'], 'incident', ['incident'], page)
    if (incident === null) continue
    if (facts.length === 0) facts.push(factsOf(incident, page, options))
    else
      problems.push(
        parsed.problem('second', 'A folder holds one incident file; this one is passed over.', { path: ['incident'], hint: 'Give it by its own name.' }),
      )
  }
  return newReading(ID, raw, facts[0] ?? {}, problems)
}

function factsOf(incident: JsonRecord, page: Page, options: ReadOptions): Partial<Facts> {
  const path = ['incident']
  const clock = {
    zone: zoneOf(incident['zone'], [...path, 'zone'], page) ?? options.zone ?? null,
    date: dayOf(incident['date'], [...path, 'date'], page) ?? options.date ?? null,
  }
  const desk: Desk = {
    page,
    clock,
    members: membersOf(incident['people'], [...path, 'people'], page),
    originOf: (at) => ({ source: ID, ref: at.join('.'), url: null, label: 'Incident file' }),
  }
  const text = (key: string): Fact<string> | null => {
    const value = textOf(incident[key], [...path, key], page)
    return value === null ? null : stated(value, desk.originOf([...path, key]))
  }
  return {
    title: text('title'),
    summary: summaryOf(incident['summary'], desk),
    type: text('type'),
    severity: text('severity'),
    status: text('status'),
    services: textsOf(incident['services'], [...path, 'services'], desk),
    fields: fieldsOf(incident['fields'], desk),
    roles: rolesOf(incident['roles'], desk),
    timestamps: timestampsOf(incident['timestamps'], desk),
    links: linksOf(incident['links'], desk),
    events: timelineOf(incident['timeline'], desk),
    followUps: followUpsOf(incident['follow-ups'], desk),
    findings: findingsOf(incident['findings'], desk),
    people: desk.members.people.list(),
  }
}

function summaryOf(value: unknown, { page, originOf }: Desk): Fact<string> | null {
  const path = ['incident', 'summary']
  if (value !== undefined && value !== null && typeof value !== 'string') wrong(page, path, 'text', value)
  const summary = typeof value === 'string' ? foreignMarkdown(value) : ''
  return summary === '' ? null : stated(summary, originOf(path))
}

function textsOf(value: unknown, path: Path, { page, originOf }: Desk): Fact<string>[] {
  return listOf(value).flatMap((item, index) => {
    const text = textOf(item, [...path, index], page)
    return text === null ? [] : [stated(text, originOf([...path, index]))]
  })
}

/** The entries of an object whose keys the team chooses. */
function entriesOf(value: unknown, path: Path, page: Page): [string, unknown][] {
  if (value === undefined || value === null) return []
  if (isRecord(value)) return Object.entries(value).filter(([key, found]) => found !== null && key.trim() !== '' && key !== '__proto__')
  wrong(page, path, 'an object', value)
  return []
}

function fieldsOf(value: unknown, { page, originOf }: Desk): Facts['fields'] {
  const path = ['incident', 'fields']
  const found = entriesOf(value, path, page).flatMap(([key, raw]): [string, Fact<FieldValue>][] => {
    const field = Array.isArray(raw)
      ? raw.flatMap((item: unknown, index) => textOf(item, [...path, key, index], page) ?? [])
      : fieldValue(raw, [...path, key], page)
    return field === null ? [] : [[key, stated(field, originOf([...path, key]))]]
  })
  return Object.fromEntries(found)
}

function fieldValue(value: unknown, path: Path, page: Page): FieldValue | null {
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : textOf(value, path, page)
}

function rolesOf(value: unknown, { page, members, originOf }: Desk): Facts['roles'] {
  const path = ['incident', 'roles']
  const found = entriesOf(value, path, page).flatMap(([role, people]): [string, Fact<string>[]][] => {
    const facts = listOf(people).flatMap((who, index) => {
      const name = textOf(who, [...path, role, index], page)
      return name === null ? [] : [stated(members.find(name), originOf([...path, role]))]
    })
    return facts.length === 0 ? [] : [[role, facts]]
  })
  return Object.fromEntries(found)
}

function timestampsOf(value: unknown, { page, clock, originOf }: Desk): Facts['timestamps'] {
  const path = ['incident', 'timestamps']
  const found = entriesOf(value, path, page).flatMap(([id, when]) => {
    const at = momentOf(when, clock, [...path, id], page)
    return at === null ? [] : [[id, stated(at, originOf([...path, id]))] as const]
  })
  return Object.fromEntries(found)
}

function linksOf(value: unknown, desk: Desk): Fact<Link>[] {
  const path = ['incident', 'links']
  return listOf(value).flatMap((entry, index) => {
    const here = [...path, index]
    const link = linkOf(entry, here, desk)
    return link === null ? [] : [stated(link, desk.originOf(here))]
  })
}
