import type { Type } from './read-types.ts'

/** What is wrong with a value that is to be of a type; null where nothing is. Objects are closed: a field that the type does not have is a fault. */
export function typeFault(value: unknown, type: Type, types: ReadonlyMap<string, Type>): string | null {
  return fault(value, type, { types, at: '' })
}

interface Where {
  readonly types: ReadonlyMap<string, Type>
  readonly at: string
}

/** A type without names, unions and intersections. */
type Plain = Extract<Type, { kind: 'name' } | { kind: 'literal' } | { kind: 'object' }>

function fault(value: unknown, type: Type, where: Where): string | null {
  let nearest: string | null = null
  for (const one of plainTypes(type, where.types)) {
    const found = plainFault(value, one, where)
    if (found === null) return null
    // What is wrong furthest in is what was meant.
    if (nearest === null || depthOf(found) > depthOf(nearest)) nearest = found
  }
  return nearest ?? `${where.at} is of no type`
}

const depthOf = (sentence: string): number => (sentence.split(' ')[0] ?? '').split('.').length

function plainFault(value: unknown, type: Plain, where: Where): string | null {
  const wrong = (what: string): string => `${where.at || 'it'} is not ${what}: ${JSON.stringify(value)?.slice(0, 60) ?? 'nothing'}`
  if (type.kind === 'literal') return value === type.value ? null : wrong(JSON.stringify(type.value))
  if (type.kind === 'object') return isObject(value) ? objectFault(value, type, where) : wrong('an object')
  const [first, second] = type.of
  switch (type.name) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.name ? null : wrong(`a ${type.name}`)
    case 'null':
      return value === null ? null : wrong('null')
    case 'true':
    case 'false':
      return String(value) === type.name && typeof value === 'boolean' ? null : wrong(type.name)
    case 'unknown':
      return null
    case 'never':
      return wrong('allowed')
    case 'Array': {
      if (!Array.isArray(value) || first === undefined) return wrong('a list')
      return firstOf(value.map((item, index) => fault(item, first, { ...where, at: `${where.at}.${index}` })))
    }
    case 'Record':
      if (!isObject(value) || second === undefined) return wrong('an object')
      return firstOf(Object.entries(value).map(([key, item]) => fault(item, second, { ...where, at: `${where.at}.${key}` })))
    default:
      return `${where.at} is of an unknown type ${type.name}`
  }
}

function objectFault(value: Readonly<Record<string, unknown>>, { fields }: Extract<Type, { kind: 'object' }>, where: Where): string | null {
  for (const key of Object.keys(value)) if (!fields.has(key)) return `${where.at}.${key} is not known`
  return firstOf(
    [...fields].map(([key, { optional, type }]) => {
      if (value[key] === undefined) return optional ? null : `${where.at}.${key} is missing`
      return fault(value[key], type, { ...where, at: `${where.at}.${key}` })
    }),
  )
}

const firstOf = (faults: readonly (string | null)[]): string | null => faults.find((found) => found !== null) ?? null
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const known = new WeakMap<Type, readonly Plain[]>()

/** All that a type may be, each without names and unions. */
function plainTypes(type: Type, types: ReadonlyMap<string, Type>): readonly Plain[] {
  const before = known.get(type)
  if (before !== undefined) return before
  const made = plainly(type, types)
  known.set(type, made)
  return made
}

function plainly(type: Type, types: ReadonlyMap<string, Type>): readonly Plain[] {
  if (type.kind === 'name') {
    const named = types.get(type.name)
    return named === undefined ? [type] : plainTypes(named, types)
  }
  if (type.kind === 'literal' || type.kind === 'object') return [type]
  if (type.kind === 'any of') return type.types.flatMap((one) => plainTypes(one, types))
  return type.types.map((one) => plainTypes(one, types)).reduce((all, more) => all.flatMap((one) => more.map((other) => both(one, other))))
}

function both(one: Plain, other: Plain): Plain {
  if (one.kind !== 'object' || other.kind !== 'object') throw new Error('Only objects can be two types at once.')
  return { kind: 'object', fields: new Map([...one.fields, ...other.fields]) }
}
