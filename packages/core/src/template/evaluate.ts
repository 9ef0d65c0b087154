import type { Place } from '../problem.ts'
import type { Expression } from './expression.ts'
import { sayMissing, type Filling } from './filling.ts'
import { FILTERS } from './filters.ts'
import { knownNames } from './nearest.ts'
import { own, readProperty } from './properties.ts'
import { isPresent, type Value } from './value.ts'
import { FAMILIES, INCIDENT } from './variables.ts'

/** The variables of the loops around, by name. */
export type Scope = ReadonlyMap<string, Value>

/** An expression → its value. A missing value without a default is said once, with its place. */
export function evaluate(expression: Pick<Expression, 'path' | 'filters'>, scope: Scope, filling: Filling, place?: Place): Value {
  let value = readPath(expression.path, scope, filling, place)
  const label = value.kind === 'missing' ? value.label : labelOf(expression.path)
  for (const call of expression.filters) {
    const filter = FILTERS.find(({ name }) => name === call.name)
    if (filter === undefined || value.kind === 'blank') continue
    if (!isPresent(value) && filter.fillsIn !== true) continue
    value = filter.apply(value, call.arguments, filling)
  }
  const isUnknown = label === expression.path.join('.')
  if (!isPresent(value) && !isUnknown && scope.get(expression.path[0] ?? '') === undefined) sayMissing(filling, label, place)
  return value
}

/** The value at a path, `incident.roles.lead`; missing where the record, or the configuration, has none. */
export function readPath(path: readonly string[], scope: Scope, filling: Filling, place?: Place): Value {
  const [head = '', second = '', ...rest] = path
  const looped = scope.get(head)
  if (looped !== undefined) return follow(looped, path.slice(1), filling)
  const variable = head === 'incident' ? own(INCIDENT, second) : undefined
  if (variable !== undefined) return follow(filling.blank ? { kind: 'blank', label: variable.label } : variable.read(filling), rest, filling)
  const family = head === 'incident' ? own(FAMILIES, second) : undefined
  const [id = '', ...properties] = rest
  if (family === undefined) return { kind: 'missing', label: path.join('.') }
  const terms = family.terms(filling.configuration)
  const term = terms.find((candidate) => candidate.id === id)
  if (term === undefined) {
    const ids = terms.map((known) => known.id)
    sayUnknown(filling, `The configuration has no \`${id}\` among its ${second}.`, knownNames(id, ids), place)
    return { kind: 'missing', label: path.join('.') }
  }
  return follow(filling.blank ? { kind: 'blank', label: term.name } : family.read(id, filling, term.name), properties, filling)
}

function follow(value: Value, properties: readonly string[], filling: Filling): Value {
  let current = value
  for (const name of properties) current = readProperty(current, name, filling) ?? { kind: 'missing', label: name }
  return current
}

function sayUnknown(filling: Filling, message: string, hint: string, place: Place | undefined): void {
  const key = `unknown ${message} ${place?.line ?? ''}:${place?.column ?? ''}`
  if (filling.said.has(key)) return
  filling.said.add(key)
  filling.problems.push({ code: 'template/unknown-name', message, hint, weight: 'error', ...(place === undefined ? {} : { place }) })
}

function labelOf(path: readonly string[]): string {
  const [, second = '', id] = path
  const words = (own(INCIDENT, second)?.label ?? id ?? second).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
