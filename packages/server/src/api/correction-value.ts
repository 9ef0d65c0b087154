import { foreignMarkdown, isZone, parseInstant, webAddress, type Configuration, type FieldDefinition, type Term } from '@blamefree/core'
import { Refusal } from './refusal.ts'

/** What a person says about one path, in the form in which it is kept. Throws a `Refusal` that says what the path takes. `null` says that there is none. */
export function correctionValue(path: string, value: unknown, configuration: Configuration): unknown {
  if (value === null) {
    if (path === 'zone') throw wrong(path, 'a time zone', value)
    checkPath(path, configuration)
    return null
  }
  const [group, name = ''] = path.split(/\.(.*)/s)
  switch (group) {
    case 'title':
      return words(path, value, 300)
    case 'status':
      return words(path, value, 100)
    case 'summary':
      return foreignMarkdown(words(path, value, 20_000))
    case 'zone':
      return zone(value)
    case 'severity':
      return termName(path, value, configuration.severities)
    case 'type':
      return termName(path, value, configuration.types)
    case 'services':
      return list(path, value)
    case 'links':
      return links(value)
    case 'timestamps':
      known(path, name, configuration.timestamps)
      return moment(path, value)
    case 'roles': {
      const role = known(path, name, configuration.roles)
      const people = list(path, value)
      if (!role.many && people.length > 1) throw wrong(path, 'one person', value)
      return people
    }
    case 'fields':
      return fieldValue(path, value, known(path, name, configuration.fields))
    default:
      throw unknownPath(path)
  }
}

const PLAIN = ['title', 'summary', 'type', 'severity', 'status', 'services', 'links', 'zone']

/** Whether a path can be corrected; throws when not. */
export function checkPath(path: string, { timestamps, roles, fields }: Configuration): void {
  if (PLAIN.includes(path)) return
  const [group, name = ''] = path.split(/\.(.*)/s)
  if (group === 'timestamps') known(path, name, timestamps)
  else if (group === 'roles') known(path, name, roles)
  else if (group === 'fields') known(path, name, fields)
  else throw unknownPath(path)
}

function known<T extends Term>(path: string, name: string, terms: readonly T[]): T {
  const term = terms.find(({ id }) => id === name)
  if (term !== undefined) return term
  const all = terms.map(({ id }) => id).join(', ')
  throw new Refusal(422, 'unknown-path', {
    message: `The team has nothing called ${show(path)}.`,
    hint: all === '' ? 'Nothing of this kind is configured.' : `Known: ${all}.`,
  })
}

const unknownPath = (path: string): Refusal =>
  new Refusal(422, 'unknown-path', {
    message: `${show(path)} cannot be corrected.`,
    hint: `Known: ${PLAIN.join(', ')}, roles.<id>, timestamps.<id>, fields.<id>.`,
  })

/** The team's own name for a severity or type that was said by name, id or alias. */
function termName(path: string, value: unknown, terms: readonly Term[]): string {
  const fold = (word: string): string => word.toLowerCase().replace(/[\s_.-]+/g, '')
  const said = fold(words(path, value, 100))
  const term = terms.find(({ id, name, aliases }) => [id, name, ...aliases].some((word) => fold(word) === said))
  if (term === undefined) throw wrong(path, `one of ${terms.map(({ name }) => name).join(', ')}`, value)
  return term.name
}

function words(path: string, value: unknown, most: number): string {
  if (typeof value !== 'string') throw wrong(path, 'text', value)
  const said = clean(value)
  if (said === '' || said.length > most) throw wrong(path, `text of 1 to ${most} characters`, value)
  return said
}

const clean = (value: string): string => value.toWellFormed().replaceAll('\u0000', '\ufffd').trim()

function list(path: string, value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value]
  if (all.length > 200) throw wrong(path, 'at most 200 names', value)
  return all.map((one) => words(path, one, 200))
}

function moment(path: string, value: unknown): string {
  const at = typeof value === 'string' ? parseInstant(value) : null
  if (at === null) throw wrong(path, 'a date and time with an offset, such as 2026-03-04T09:00:00Z', value)
  return at
}

function zone(value: unknown): string {
  const said = words('zone', value, 80)
  if (!isZone(said)) throw wrong('zone', 'a time zone such as Europe/London, or UTC', value)
  return said
}

function fieldValue(path: string, value: unknown, { kind }: FieldDefinition): unknown {
  if (kind === 'text') return words(path, value, 5_000)
  if (kind === 'list') return list(path, value)
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return value
  if (kind === 'yes-no' && typeof value === 'boolean') return value
  throw wrong(path, kind === 'number' ? 'a number' : 'true or false', value)
}

const LINK_KINDS = ['ticket', 'channel', 'alert', 'dashboard', 'status-page', 'pull-request', 'runbook', 'call', 'other']

function links(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length > 200) throw wrong('links', 'a list of at most 200 links', value)
  return value.map((link: unknown) => {
    const { kind = 'other', title, url = null } = typeof link === 'object' && link !== null ? (link as Readonly<Record<string, unknown>>) : {}
    if (typeof kind !== 'string' || !LINK_KINDS.includes(kind)) throw wrong('links', `links whose kind is one of ${LINK_KINDS.join(', ')}`, kind)
    const address = typeof url === 'string' ? webAddress(url) : null
    if (url !== null && address === null) throw wrong('links', 'links whose url begins with http:// or https://, or is null', url)
    return { kind, title: words('links', title, 300), url: address }
  })
}

function wrong(path: string, expected: string, value: unknown): Refusal {
  return new Refusal(422, 'wrong-value', { message: `Expected ${show(path)} to be ${expected}, got ${show(value)}.` })
}

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80)
