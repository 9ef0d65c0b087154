import { foreignInline, isRecord, shortHash, stated, type Fact, type Finding, type FollowUp, type JsonRecord } from '@blamefree/core'
import type { Desk } from './desk.ts'
import { choiceOf, listOf, objectOf, textOf, wrong, type Path } from './known-keys.ts'
import { dayOf } from './moments.ts'
import { linkOf } from './link.ts'
import { CHOICES, FINDING_KINDS, KEYS } from './schema.ts'

/** What people will do: a line alone is open and nobody's. */
export function followUpsOf(value: unknown, desk: Desk): Fact<FollowUp>[] {
  const seen = new Set<string>()
  return listOf(value).flatMap((entry, index) => {
    const path = ['incident', 'follow-ups', index]
    const object = isRecord(entry) ? objectOf(entry, 'followUp', path, desk.page) : { text: entry }
    const text = inlineOf(object?.['text'], isRecord(entry) ? [...path, 'text'] : path, desk)
    if (object === null || text === null) return []
    let id = `incident-file:follow-up-${shortHash(text)}`
    if (seen.has(id)) id = `${id}-${index}`
    seen.add(id)
    return [stated({ id, text, ...restOf(object, path, desk) }, desk.originOf(path))]
  })
}

function restOf(object: JsonRecord, path: Path, desk: Desk): Omit<FollowUp, 'id' | 'text'> {
  const { page, members } = desk
  const owner = textOf(object['owner'], [...path, 'owner'], page)
  const outcome = choiceOf(object['outcome'], CHOICES.outcome, [...path, 'outcome'], page) ?? 'open'
  const reason = textOf(object['reason'], [...path, 'reason'], page)
  const ticket = object['ticket'] === undefined || object['ticket'] === null ? null : linkOf(object['ticket'], [...path, 'ticket'], desk)
  return {
    owner: owner === null ? null : members.find(owner),
    due: dayOf(object['due'], [...path, 'due'], page),
    priority: textOf(object['priority'], [...path, 'priority'], page),
    outcome,
    reason: outcome === 'wont-do' ? reason : null,
    ticket: ticket === null ? null : { ...ticket, kind: 'ticket' },
  }
}

/** What people found out, in the lists of `findings`. */
export function findingsOf(value: unknown, desk: Desk): Fact<Finding>[] {
  if (value === undefined || value === null) return []
  const object = objectOf(value, 'findings', ['incident', 'findings'], desk.page)
  return KEYS.findings.flatMap((list) =>
    listOf(object?.[list]).flatMap((entry, index) => {
      const path = ['incident', 'findings', list, index]
      const finding = isRecord(entry) ? objectOf(entry, 'finding', path, desk.page) : { text: entry }
      const text = inlineOf(finding?.['text'], isRecord(entry) ? [...path, 'text'] : path, desk)
      if (text === null) return []
      const category = choiceOf(finding?.['category'], CHOICES.category, [...path, 'category'], desk.page)
      return [stated({ kind: FINDING_KINDS[list], text, category }, desk.originOf(path))]
    }),
  )
}

function inlineOf(value: unknown, path: Path, { page }: Desk): string | null {
  if (typeof value !== 'string') {
    wrong(page, path, 'text', value)
    return null
  }
  return foreignInline(value) || null
}
