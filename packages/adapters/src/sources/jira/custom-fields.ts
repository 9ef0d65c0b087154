import {
  DEFAULT_CONFIGURATION,
  cleanText,
  instantAt,
  isRecord,
  stated,
  textAt,
  type Fact,
  type Facts,
  type FieldValue,
  type Instant,
  type Term,
} from '@blamefree/core'
import { isAdf } from './adf.ts'
import type { Reader } from './reader.ts'
import { richBlocks } from './rich-text.ts'
import { userIn, type Issue } from './schema.ts'

/** What a team's own fields say, recognised by the names that people see; the rest stay fields. */
export interface CustomFacts {
  readonly severity: Fact<string> | null
  readonly type: Fact<string> | null
  readonly summary: Fact<string> | null
  readonly services: readonly Fact<string>[]
  readonly timestamps: Facts['timestamps']
  readonly roles: Facts['roles']
  readonly fields: Facts['fields']
}

/** Fields that every Jira has and that say nothing about an incident. */
const BOOKKEEPING =
  /^(?:rank|sprint|epic .*|development|flagged|story points?.*|\[chart\].*|request .*|vulnerability|parent link|team|start date|target .*|issue color|organizations|design)$/i
const MOST_FIELDS = 40

/** Reads an issue's own fields. Without their names (`expand=names`) there are none. */
export function customFacts(issue: Issue, reader: Reader): CustomFacts {
  const origin = reader.originOf(issue)
  const fields: Record<string, Fact<FieldValue>> = {}
  const timestamps: Record<string, Fact<Instant>> = {}
  const roles: Record<string, readonly Fact<string>[]> = {}
  const services: Fact<string>[] = []
  const texts: { severity: Fact<string> | null; type: Fact<string> | null; summary: Fact<string> | null } = { severity: null, type: null, summary: null }
  for (const [name, value] of issue.custom) {
    const plain = name
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim()
    const text = textOf(value)
    const timestamp = termOf(DEFAULT_CONFIGURATION.timestamps, plain)
    const role = termOf(DEFAULT_CONFIGURATION.roles, plain)
    const at = instantAt(value)
    const users = (Array.isArray(value) ? value : [value]).flatMap((user: unknown) => userIn(user) ?? [])
    if (timestamp !== null && at !== null) timestamps[timestamp] = stated(at, origin)
    else if (role !== null && users.length > 0) roles[role] = users.map((user) => stated(reader.person(user), origin))
    else if (/^(?:incident )?severity(?: level)?$/.test(plain) && text !== null) texts.severity = stated(text, origin)
    else if (/^incident (?:type|category)$/.test(plain) && text !== null) texts.type = stated(text, origin)
    else if (/^(?:affected|impacted) (?:services?|products?|systems?)$/.test(plain)) services.push(...textsIn(value).map((service) => stated(service, origin)))
    else if (/^(?:incident|executive) summary$/.test(plain) && richBlocks(value) !== '') texts.summary = stated(richBlocks(value), origin)
    else if (Object.keys(fields).length < MOST_FIELDS) {
      const [id, worth] = fieldOf(name, value) ?? []
      if (id !== undefined && worth !== undefined) fields[id] = stated(worth, origin)
    }
  }
  return { ...texts, services, timestamps, roles, fields }
}

function fieldOf(name: string, value: unknown): readonly [string, FieldValue] | null {
  const id = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (id === '' || BOOKKEEPING.test(name.trim())) return null
  if ((typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean') return [id, value]
  const list = Array.isArray(value) ? textsIn(value) : []
  if (list.length > 0) return [id, list]
  const text = textOf(value)
  return text === null ? null : [id, text]
}

/** The words of a field: of text, of an option (`value`), of a thing with a name. */
function textOf(value: unknown): string | null {
  const found = isAdf(value)
    ? richBlocks(value)
    : (textAt(value) ?? textAt(value, 'value') ?? (isRecord(value) ? (textAt(value, 'displayName') ?? textAt(value, 'name')) : null))
  const clean = cleanText(found ?? '').trim()
  return clean === '' || clean.startsWith('com.atlassian.') ? null : clean.slice(0, 2000)
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => textOf(item) ?? [])

function termOf(terms: readonly Term[], name: string): string | null {
  const bare = name.replace(/^incident /, '')
  const is = (candidate: string): boolean => [name, bare].includes(candidate.toLowerCase().replace(/-/g, ' '))
  return terms.find((term) => [term.id, term.name, term.name.replace(/ at$/, ''), ...term.aliases].some(is))?.id ?? null
}
