import type { Incident } from '../incident.ts'
import { parseInline } from '../markdown.ts'
import { normalise } from '../normalise.ts'
import { printInline } from '../print-inline.ts'
import { knownPeople } from './known-people.ts'
import { redactTree } from './redact-tree.ts'
import { redactorFor, type Audience, type RedactOptions, type Redactor } from './redactor.ts'
import { SECRET, without } from './span.ts'

/**
 * An incident as an audience may have it: the same rules as for documents over every string of it, wherever it stands. For customers people are their roles, under ids
 * that say nothing, and nothing links to the record.
 */
export function redactIncident(incident: Incident, audience: Audience, options: RedactOptions = {}): Incident {
  const people = knownPeople({ type: 'root', children: [] }, incident)
  const redactor = redactorFor(audience, people, incident, options)
  const ids = new Map(audience === 'customer' ? incident.people.map(({ id }, index) => [id, `person:${index + 1}`] as const) : [])
  const shown = audience === 'internal' ? incident : withoutContacts(incident, audience, redactor)
  return cleaned(shown, '', { redactor, ids }) as Incident
}

/** Who people are elsewhere, and for customers where the record is. */
function withoutContacts(incident: Incident, audience: Audience, redactor: Redactor): Incident {
  const people = incident.people.map((person) => {
    if (audience === 'company') return { ...person, email: null, handle: null }
    return { ...person, name: person.bot ? person.name : (redactor.roleOf(person.id, person.name) ?? ''), email: null, handle: null, zone: null, accounts: [] }
  })
  return { ...incident, people, links: incident.links.filter(({ value }) => audience === 'company' || value.url === null || redactor.isForThem(value.url)) }
}

interface Cleaning {
  readonly redactor: Redactor
  readonly ids: ReadonlyMap<string, string>
}

/** Keys whose values are Markdown. */
const MARKDOWN = new Set(['text'])

function cleaned(value: unknown, key: string, cleaning: Cleaning): unknown {
  if (typeof value === 'string') return cleanString(value, key, cleaning)
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, key, cleaning))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, entry]): [string, unknown] => {
    if (cleaning.redactor.audience === 'customer' && name === 'channel') return [name, null]
    if (name === 'value' && key === 'summary' && typeof entry === 'string') return [name, inlineText(entry, cleaning)]
    const kept = cleaned(entry, name, cleaning)
    const keyed = typeof kept === 'string' && kept !== '' && cleaning.redactor.find(`${name}=${kept}`).length > 0
    return [cleanKey(name, cleaning), keyed ? SECRET : kept]
  })
  return Object.fromEntries(entries)
}

const cleanKey = (name: string, { redactor }: Cleaning): string => without(name, redactor.find(name))

function cleanString(value: string, key: string, cleaning: Cleaning): unknown {
  const { redactor, ids } = cleaning
  const id = ids.get(value)
  if (id !== undefined) return id
  if (key === 'at' || key === 'schemaVersion' || key === 'zone') return value
  if (key === 'url') return redactor.isForThem(value) && redactor.find(value).length === 0 ? value : null
  return MARKDOWN.has(key) ? inlineText(value, cleaning) : without(value, redactor.find(value))
}

/** Markdown of one paragraph; its markup is seen through only where there is some. */
function inlineText(value: string, { redactor }: Cleaning): string {
  if (!/[\\`*_[\]<&~]/.test(value)) return without(value, redactor.find(value))
  const blocks = value.split(/\n{2,}/)
  return blocks
    .map((block) => {
      const tree = redactTree({ type: 'root', children: [{ type: 'paragraph', children: parseInline(block) }] }, redactor, () => undefined)
      const [paragraph] = normalise(tree).children
      return paragraph?.type === 'paragraph' ? printInline(paragraph.children, 'block') : ''
    })
    .join('\n\n')
}
