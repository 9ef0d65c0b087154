import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Configuration, FieldDefinition, KeyRuleSetting, MetricDefinition, Role, Term } from './configuration.ts'
import { KEY_RULES } from './judge/key-rules.ts'
import { LINT_RULES } from './lint/finding.ts'
import type { Weight } from './problem.ts'
import { isZone } from './zone.ts'

/** What is wrong with one value of a configuration file, and where. */
export interface Complaint {
  readonly code: string
  readonly node: Node | null
  readonly message: string
  readonly hint: string
}

interface Reading {
  readonly say: (complaint: Complaint) => void
  readonly before: Configuration
}

/** One key's value out of its YAML; undefined where it is wrong and the default holds. */
export type Reader = (node: Node, reading: Reading) => unknown

const KEBAB = /^[a-z0-9][a-z0-9-]{0,59}$/
const WEIGHTS: readonly (Weight | 'off')[] = ['error', 'warning', 'info', 'off']
const KINDS: readonly FieldDefinition['kind'][] = ['text', 'number', 'yes-no', 'list']

/** How each setting is read. A list replaces the default list; maps are merged with theirs. */
export const CONFIGURATION_KEYS: Readonly<Record<keyof Configuration, Reader>> = {
  severities: (node, reading) => list(node, reading, 'severities', term),
  types: (node, reading) => list(node, reading, 'types', term),
  roles: (node, reading) => list(node, reading, 'roles', role),
  timestamps: (node, reading) => list(node, reading, 'timestamps', term),
  metrics: (node, reading) => list(node, reading, 'metrics', metric),
  fields: (node, reading) => list(node, reading, 'fields', field),
  precedence: (node, reading) => ({ ...reading.before.precedence, ...entries(node, reading, 'precedence', sources) }),
  keyEvents: (node, reading) => ({ ...reading.before.keyEvents, ...entries(node, reading, 'keyEvents', keyRule) }),
  lint: (node, reading) => ({ ...reading.before.lint, ...entries(node, reading, 'lint', lintWeight) }),
  zone: (node, { say }) => {
    const value = isScalar(node) ? node.value : undefined
    if (value === null || (typeof value === 'string' && isZone(value))) return value
    say({ code: 'zone', node, message: `"zone" is no time zone: ${shown(node)}.`, hint: 'Write an IANA name such as Europe/London, or UTC.' })
    return undefined
  },
}

function list<T extends { readonly id: string }>(
  node: Node,
  reading: Reading,
  key: string,
  read: (item: YAMLMap, reading: Reading, key: string) => T | null,
): T[] | undefined {
  if (!isSeq(node)) {
    reading.say({ code: 'list', node, message: `"${key}" must be a list, got ${shown(node)}.`, hint: 'Begin each entry with "- ".' })
    return undefined
  }
  const seen = new Set<string>()
  const values: T[] = []
  for (const item of node.items as Node[]) {
    if (!isMap(item)) {
      reading.say({
        code: 'entry',
        node: item,
        message: `An entry of "${key}" must have an id and a name, got ${shown(item)}.`,
        hint: 'For example: { id: major, name: Major }',
      })
      continue
    }
    const value = read(item, reading, key)
    if (value === null) continue
    if (seen.has(value.id))
      reading.say({ code: 'twice', node: item, message: `"${key}" names "${value.id}" twice; the first holds.`, hint: 'Give each entry an id of its own.' })
    else values.push(value)
    seen.add(value.id)
  }
  return values
}

function entries<T>(node: Node, reading: Reading, key: string, read: (value: Node, reading: Reading, name: string) => T | undefined): Record<string, T> {
  if (!isMap(node)) {
    reading.say({ code: 'map', node, message: `"${key}" must be \`name: value\` lines, got ${shown(node)}.`, hint: 'See docs/configuration.md.' })
    return {}
  }
  const result: [string, T][] = []
  for (const { key: name, value } of node.items) {
    const text = isScalar(name) ? String(name.value) : ''
    const read1 = value === null ? undefined : read(value as Node, reading, text)
    if (read1 !== undefined) result.push([text, read1])
  }
  return Object.fromEntries(result)
}

function term(item: YAMLMap, reading: Reading, key: string): Term | null {
  const id = text(item, 'id', reading, key)
  if (id === null) return null
  if (!KEBAB.test(id)) {
    reading.say({ code: 'id', node: item, message: `"${id}" in "${key}" is no id.`, hint: 'Ids are lower-case letters, digits and dashes: time-to-fix.' })
    return null
  }
  const name = item.has('name') ? text(item, 'name', reading, key) : id
  return name === null ? null : { id, name, aliases: strings(item, 'aliases', reading, key) }
}

function role(item: YAMLMap, reading: Reading, key: string): Role | null {
  const plain = term(item, reading, key)
  return plain === null ? null : { ...plain, many: item.get('many') === true }
}

function field(item: YAMLMap, reading: Reading, key: string): FieldDefinition | null {
  const plain = term(item, reading, key)
  const kind = item.get('kind') ?? 'text'
  if (plain === null) return null
  if (KINDS.includes(kind as FieldDefinition['kind'])) return { ...plain, kind: kind as FieldDefinition['kind'] }
  reading.say({ code: 'kind', node: item, message: `The field "${plain.id}" has an unknown kind.`, hint: `Kinds: ${KINDS.join(', ')}.` })
  return null
}

function metric(item: YAMLMap, reading: Reading, key: string): MetricDefinition | null {
  const plain = term(item, reading, key)
  const from = text(item, 'from', reading, key)
  const to = text(item, 'to', reading, key)
  return plain === null || from === null || to === null ? null : { id: plain.id, name: plain.name, from, to }
}

function sources(node: Node, reading: Reading, name: string): readonly string[] | undefined {
  if (isSeq(node) && node.items.every((item) => isScalar(item) && typeof item.value === 'string'))
    return node.items.map((item) => String((item as { value: unknown }).value))
  reading.say({ code: 'precedence', node, message: `"precedence.${name}" must be a list of source ids.`, hint: 'For example: [pagerduty, jira]' })
  return undefined
}

function keyRule(node: Node, reading: Reading, name: string): KeyRuleSetting | undefined {
  if (!KEY_RULES.some((rule) => rule.name === name)) {
    reading.say({ code: 'key-rule', node, message: `There is no key-event rule "${name}".`, hint: `Rules: ${KEY_RULES.map((rule) => rule.name).join(', ')}.` })
    return undefined
  }
  const enabled = isMap(node) ? node.get('enabled') : undefined
  const weight = isMap(node) ? node.get('weight') : undefined
  const right = isMap(node) && (enabled === undefined || typeof enabled === 'boolean') && (weight === undefined || (typeof weight === 'number' && weight >= 0))
  if (!right) {
    reading.say({
      code: 'key-rule',
      node,
      message: `"keyEvents.${name}" must be { enabled: true or false, weight: a number from 0 }.`,
      hint: 'See docs/configuration.md.',
    })
    return undefined
  }
  return { ...(enabled === undefined ? {} : { enabled }), ...(weight === undefined ? {} : { weight }) }
}

function lintWeight(node: Node, reading: Reading, name: string): Weight | 'off' | undefined {
  if (!LINT_RULES.some((rule) => rule.name === name)) {
    reading.say({ code: 'lint', node, message: `There is no lint rule "${name}".`, hint: `Rules: ${LINT_RULES.map((rule) => rule.name).join(', ')}.` })
    return undefined
  }
  const value = isScalar(node) ? (node.value === false ? 'off' : node.value) : undefined
  if (WEIGHTS.includes(value as Weight)) return value as Weight | 'off'
  reading.say({
    code: 'lint',
    node,
    message: `"lint.${name}" must be one of ${WEIGHTS.join(', ')}, got ${shown(node)}.`,
    hint: 'The rules are in docs/lint.md.',
  })
  return undefined
}

function text(item: YAMLMap, key: string, reading: Reading, list: string): string | null {
  const value = item.get(key)
  if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value).trim()
  reading.say({ code: 'entry', node: item, message: `An entry of "${list}" has no ${key}.`, hint: `Give it one: ${key}: …` })
  return null
}

function strings(item: YAMLMap, key: string, reading: Reading, list: string): readonly string[] {
  const node = item.get(key, true)
  if (node === undefined) return []
  if (isSeq(node) && (node as { items: unknown[] }).items.every((one) => isScalar(one)))
    return (node as { items: { value: unknown }[] }).items.map(({ value }) => String(value))
  reading.say({ code: 'aliases', node: item, message: `"${key}" of an entry of "${list}" must be a list of words.`, hint: 'For example: [sev1, p1]' })
  return []
}

/** A value as it is quoted back, shortened. */
function shown(node: Node): string {
  const value = isScalar(node) ? JSON.stringify(node.value) : isSeq(node) ? 'a list' : isMap(node) ? 'a map' : 'something else'
  return value.length > 60 ? `${value.slice(0, 57)}…` : value
}
