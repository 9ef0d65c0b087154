import {
  BlamefreeError,
  CORRECTABLE,
  correctionsReading,
  instantFromLocal,
  parseInstant,
  type Configuration,
  type Correction,
  type Instant,
  type Reading,
} from '@blamefree/core'

/**
 * A person's word from the command line, as a reading that beats every source: `severity=Major`, `services=Login,Cart`, `lead=Chris Evans`,
 * `fixed=2022-11-18T16:22`. Local times are in `zone`. Throws when a name is unknown or a time is none, listing what is known.
 */
export function corrections(assignments: readonly string[], configuration: Configuration, zone: string): Reading | null {
  if (assignments.length === 0) return null
  return correctionsReading(
    assignments.map((assignment) => correction(assignment, configuration, zone)),
    '--set',
  )
}

function correction(assignment: string, configuration: Configuration, zone: string): Correction {
  const at = assignment.indexOf('=')
  const name = assignment.slice(0, at).trim()
  const text = assignment.slice(at + 1).trim()
  if (at < 1) throw new BlamefreeError('cli/set', `Cannot read --set ${assignment}: expected name=value.`, 'For example: --set severity=Major')
  const origin = { source: 'person', ref: `set:${name}`, url: null, label: 'Set on the command line' }
  if (name === 'services') return { path: name, value: list(text), origin }
  if ((CORRECTABLE as readonly string[]).includes(name)) return { path: name, value: text, origin }
  if (configuration.roles.some(({ id }) => id === name)) return { path: `roles.${name}`, value: list(text), origin }
  if (configuration.timestamps.some(({ id }) => id === name)) return { path: `timestamps.${name}`, value: instant(name, text, zone), origin }
  const field = configuration.fields.find(({ id }) => id === name)
  if (field === undefined) throw unknown(name, configuration)
  return {
    path: `fields.${name}`,
    value: field.kind === 'number' ? Number(text) : field.kind === 'yes-no' ? /^(?:yes|true)$/i.test(text) : field.kind === 'list' ? list(text) : text,
    origin,
  }
}

const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** An instant from RFC 3339, or from a local time (`2022-11-18T16:22`, `2022-11-18 16:22:10`) in the zone given. */
export function instant(name: string, value: string, zone: string): Instant {
  const absolute = parseInstant(value)
  if (absolute !== null) return absolute
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(value)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? []).slice(1).map((part: string | undefined) => Number(part ?? 0))
  const local = match === null ? null : instantFromLocal({ year, month, day, hour, minute, second }, zone)
  if (local === null) {
    throw new BlamefreeError(
      'cli/time',
      `Cannot read ${name} "${value}": it is not a date and time.`,
      'Write 2026-03-04T09:00 (in --timezone, or UTC) or 2026-03-04T09:00:00Z.',
    )
  }
  return local.instant
}

function unknown(name: string, { roles, timestamps, fields }: Configuration): BlamefreeError {
  const known = [...CORRECTABLE, ...[...roles, ...timestamps, ...fields].map(({ id }) => id)]
  return new BlamefreeError('cli/set', `Cannot set "${name}": there is no such value.`, `Known: ${known.join(', ')}.`)
}
