import { clockSpan, clockText, dateText, dateTimeText, dateTimeZoneText, durationText, elapsedText, isoLocalText } from '../time.ts'
import { isZone } from '../zone.ts'
import type { Filling } from './filling.ts'
import { isPresent, itemShape, type Shape, type Value } from './value.ts'
import { plainWords } from './words.ts'

/** What changes a value on its way into the document: `{{ incident.severity | upper }}`. */
export interface Filter {
  readonly name: string
  readonly sentence: string
  readonly example: string
  /** The shapes it works on; `any` for all, `list` for any list. */
  readonly takes: readonly (Shape | 'any' | 'list')[]
  /** The shape that comes out. */
  readonly gives: (shape: Shape) => Shape
  /** How many arguments, at least and at most. */
  readonly counts: readonly [number, number]
  /** What its arguments must be. */
  readonly argument?: 'zone' | 'number'
  /** The value is never missing, except for a filter that `fillsIn`. */
  readonly apply: (value: Value, given: readonly string[], filling: Filling) => Value
  readonly fillsIn?: true
}

const TIMES = ['time'] as const
const WORDS = ['text', 'inline', 'prose', 'person', 'link', 'time', 'number', 'duration', 'yes-no'] as const
const toText = (): Shape => 'text'
const same = (shape: Shape): Shape => shape
const words = (text: string): Value => ({ kind: 'text', text })

function textual(name: string, sentence: string, change: (text: string, given: readonly string[]) => string, example: string): Filter {
  return { name, sentence, example, takes: WORDS, gives: toText, counts: [0, 0], apply: (value, given) => words(change(plainWords(value), given)) }
}

function temporal(name: string, sentence: string, show: (at: Extract<Value, { kind: 'time' }>, zone: string) => string): Filter {
  return {
    name,
    sentence: `${sentence} An argument is the zone to show it in.`,
    example: `{{ incident.start | ${name} }}`,
    takes: TIMES,
    gives: toText,
    counts: [0, 1],
    argument: 'zone',
    apply: (value, [zone]) => (value.kind === 'time' ? words(show(value, zone ?? value.zone)) : value),
  }
}

/** Every filter. */
export const FILTERS: readonly Filter[] = [
  {
    name: 'default',
    sentence: 'What to write when the record does not say.',
    example: '{{ incident.severity | default: "not rated" }}',
    takes: ['any'],
    gives: same,
    counts: [1, 1],
    fillsIn: true,
    apply: (value, [other = '']) => (isPresent(value) || value.kind === 'blank' ? value : words(other)),
  },
  textual('upper', 'In capitals.', (text) => text.toUpperCase(), '{{ incident.severity | upper }}'),
  textual('lower', 'In small letters.', (text) => text.toLowerCase(), '{{ incident.type | lower }}'),
  textual('capitalise', 'With a capital at the beginning.', (text) => text.charAt(0).toUpperCase() + text.slice(1), '{{ incident.status | capitalise }}'),
  {
    ...textual('truncate', 'Cut to so many characters at most, with an ellipsis where it was cut.', same as never, '{{ incident.title | truncate: 60 }}'),
    counts: [1, 1],
    argument: 'number',
    apply: (value, [most = '80']) => {
      const characters = Array.from(plainWords(value))
      return words(characters.length <= Number(most) ? characters.join('') : `${characters.slice(0, Math.max(0, Number(most) - 1)).join('')}\u2026`)
    },
  },
  temporal('date', 'The day: `November 10, 2022`.', ({ at }, zone) => dateText(at, zone)),
  temporal('time', 'The time of day: `12:07:00`.', ({ at }, zone) => clockText(at, zone)),
  temporal('datetime', 'Day and time without the zone: `November 10, 2022 2:12 PM`.', ({ at }, zone) => dateTimeText(at, zone)),
  temporal('datetime-zone', 'Day, time and zone: `November 10, 2022 2:20 PM (UTC)`.', ({ at }, zone) => dateTimeZoneText(at, zone)),
  temporal('iso', 'RFC 3339 with the zone\u2019s offset: `2022-11-10T14:20:00Z`.', ({ at }, zone) => isoLocalText(at, zone)),
  {
    name: 'zone',
    sentence: 'The same moment, shown in another zone.',
    example: '{{ incident.start | zone: "Europe/London" | time }}',
    takes: TIMES,
    gives: same,
    counts: [1, 1],
    argument: 'zone',
    apply: (value, [zone = 'UTC']) => (value.kind === 'time' ? { ...value, zone } : value),
  },
  {
    name: 'elapsed',
    sentence: 'The time since the notional start: `+7mins`.',
    example: '{{ incident.timestamps.fixed | elapsed }}',
    takes: TIMES,
    gives: toText,
    counts: [0, 0],
    apply: (value, _given, { start }) => {
      if (value.kind !== 'time' || start === null) return { kind: 'missing', label: 'Start' }
      return words(elapsedText(start, value.at) || '+0s')
    },
  },
  {
    name: 'duration',
    sentence: 'A span in words, `44mins`; of a moment, the span since the notional start.',
    example: '{{ incident.metrics.time-to-fix | duration }}',
    takes: ['duration', 'time'],
    gives: toText,
    counts: [0, 0],
    apply: (value, _given, { start }) => {
      if (value.kind === 'duration') return words(durationText(value.millis))
      return value.kind === 'time' && start !== null ? words(durationText(clockSpan(start, value.at))) : value
    },
  },
  {
    name: 'minutes',
    sentence: 'A span in whole minutes, as a number.',
    example: '{{ incident.metrics.time-to-fix | minutes }}',
    takes: ['duration'],
    gives: () => 'number',
    counts: [0, 0],
    apply: (value) => (value.kind === 'duration' ? { kind: 'number', number: Math.floor(value.millis / 60_000) } : value),
  },
  {
    name: 'join',
    sentence: 'The items with something between them; a comma where nothing is said.',
    example: '{{ incident.services | join: " and " }}',
    takes: ['list'],
    gives: toText,
    counts: [0, 1],
    apply: (value, [between = ', ']) => (value.kind === 'list' ? words(value.items.map(plainWords).join(between)) : value),
  },
  {
    name: 'count',
    sentence: 'How many there are.',
    example: '{{ incident.follow-ups | count }}',
    takes: ['list'],
    gives: () => 'number',
    counts: [0, 0],
    fillsIn: true,
    apply: (value) => (value.kind === 'list' ? { kind: 'number', number: value.items.length } : value),
  },
  end('first', 'The first item.', (items) => items[0]),
  end('last', 'The last item.', (items) => items.at(-1)),
]

function end(name: string, sentence: string, choose: (items: readonly Value[]) => Value | undefined): Filter {
  return {
    name,
    sentence,
    example: `{{ incident.key-events | ${name} }}`,
    takes: ['list'],
    gives: (shape) => itemShape(shape) ?? shape,
    counts: [0, 0],
    apply: (value) => (value.kind === 'list' ? (choose(value.items) ?? { kind: 'missing', label: 'Item' }) : value),
  }
}

/** What is wrong with a filter's arguments, in a sentence; null when nothing is. */
export function argumentFault({ name, counts: [least, most], argument }: Filter, given: readonly string[]): string | null {
  if (given.length < least || given.length > most) {
    return `\`${name}\` takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}, got ${given.length}.`
  }
  for (const value of given) {
    if (argument === 'zone' && !isZone(value)) return `\`${value}\` is not a time zone; write \`UTC\`, \`Europe/London\` or \`+02:00\`.`
    if (argument === 'number' && !/^\d{1,6}$/.test(value)) return `\`${name}\` takes a number, got \`${value}\`.`
  }
  return null
}
