import type { Check } from './check.ts'
import type { Expression } from './expression.ts'
import { argumentFault, FILTERS, type Filter } from './filters.ts'
import { knownNames } from './nearest.ts'
import { own, propertiesOf } from './properties.ts'
import { BASIC } from './structure.ts'
import type { Shape } from './value.ts'
import { FAMILIES, INCIDENT } from './variables.ts'

/** The shapes of the loop variables around, by name. */
export type Shapes = ReadonlyMap<string, Shape>

/** What is wrong with an expression: how it is written, a name that nobody knows, a filter that cannot work on what it gets. */
export function checkExpression(expression: Expression, shapes: Shapes, check: Check): void {
  const { fault, path, source, offset } = expression
  if (fault !== null) {
    check.say('unreadable', fault.sentence, 'Write `{{ incident.severity | default: "unknown" }}`.', fault.offset)
    return
  }
  const unknown = unknownName(path, shapes)
  if (unknown !== null) {
    check.say('unknown-name', unknown.message, unknown.hint, offset + Math.max(0, source.indexOf(path.join('.'))))
    return
  }
  let shape = shapeOf(path, shapes)
  for (const call of expression.filters) {
    const filter = FILTERS.find(({ name }) => name === call.name)
    if (filter === undefined) {
      const names = FILTERS.map(({ name }) => name)
      check.say('unknown-filter', `There is no filter \`${call.name}\`.`, knownNames(call.name, names), call.offset)
      return
    }
    const wrong = argumentFault(filter, call.arguments)
    if (wrong !== null) check.say('filter-argument', wrong, `An example: \`${filter.example}\`.`, call.offset)
    if (shape !== null && !takes(filter, shape)) {
      check.say(
        'filter-shape',
        `\`${filter.name}\` does not work on ${shapeText(shape)}.`,
        `It works on ${filter.takes.map(shapeText).join(', ')}.`,
        call.offset,
      )
      return
    }
    shape = shape === null ? null : filter.gives(shape)
  }
}

/** The shape of a path; null when a name in it is unknown. */
export function shapeOf(path: readonly string[], shapes: Shapes): Shape | null {
  const [head = '', second = '', ...rest] = path
  const looped = shapes.get(head)
  if (looped !== undefined) return follow(looped, path.slice(1))
  if (head !== 'incident') return null
  const variable = own(INCIDENT, second)
  if (variable !== undefined) return follow(variable.shape, rest)
  const family = own(FAMILIES, second)
  return family === undefined || rest[0] === undefined ? null : follow(family.shape, rest.slice(1))
}

function follow(shape: Shape, properties: readonly string[]): Shape | null {
  let current: Shape | null = shape
  for (const name of properties) current = current === null ? null : (own(propertiesOf(current), name)?.shape ?? null)
  return current
}

function unknownName(path: readonly string[], shapes: Shapes): { message: string; hint: string } | null {
  if (shapeOf(path, shapes) !== null) return null
  const [head = '', second = ''] = path
  const whole = path.join('.')
  if (head !== 'incident' && !shapes.has(head)) {
    const known = [...shapes.keys(), ...Object.keys(INCIDENT).map((name) => `incident.${name}`), ...Object.keys(FAMILIES).map((name) => `incident.${name}`)]
    return { message: `There is no variable \`${whole}\`.`, hint: knownNames(whole, known) }
  }
  let length = path.length
  while (length > 1 && shapeOf(path.slice(0, length - 1), shapes) === null) length--
  const name = path[length - 1] ?? ''
  const owner = path.slice(0, length - 1)
  if (head === 'incident' && own(FAMILIES, second) !== undefined && path.length < 3)
    return { message: `\`${whole}\` needs the id of one.`, hint: `Write \`incident.${second}.<id>\` with an id of the configuration.` }
  if (owner.length <= 1 && head === 'incident' && !shapes.has(head)) {
    return { message: `There is no variable \`${whole}\`.`, hint: knownNames(second, [...Object.keys(INCIDENT), ...Object.keys(FAMILIES)]) }
  }
  const shape = shapeOf(owner, shapes) ?? 'text'
  return { message: `\`${owner.join('.')}\` is ${shapeText(shape)} and has no \`${name}\`.`, hint: knownNames(name, Object.keys(propertiesOf(shape))) }
}

function takes(filter: Filter, shape: Shape): boolean {
  return filter.takes.some((taken) => taken === 'any' || taken === shape || (taken === 'list' && shape.startsWith('list of ')))
}

function shapeText(shape: string): string {
  if (shape.startsWith('list of ')) return `a ${shape}`
  return shape === 'list' ? 'a list' : (BASIC[shape] ?? shape)
}
