import type { Instant } from '../instant.ts'
import { elapsedText, zoneLabel } from '../time.ts'
import type { Filling } from './filling.ts'
import type { RecordName, Shape, Subjects, Value } from './value.ts'
import { cleanText } from '../clean-text.ts'

/** A property of a record: `event.at`. */
export interface Property<S> {
  readonly shape: Shape
  readonly sentence: string
  readonly read: (subject: S, filling: Filling) => Value
}

/** Plain words, or missing when there are none. */
export function textValue(text: string | null | undefined, label: string): Value {
  const clean = cleanText(text ?? '').trim()
  return clean === '' ? { kind: 'missing', label } : { kind: 'text', text: clean }
}

/** One paragraph of Markdown, or missing. */
export function inlineValue(markdown: string, label: string): Value {
  return markdown.trim() === '' ? { kind: 'missing', label } : { kind: 'inline', markdown }
}

/** A moment in the document's zone, or missing. */
export function timeValue(at: Instant | null | undefined, filling: Filling, label: string): Value {
  return at === null || at === undefined ? { kind: 'missing', label } : { kind: 'time', at, zone: filling.zone }
}

/** A person of the incident by id, or missing. */
export function personValue(id: string | null | undefined, filling: Filling, label: string, role: string | null = null): Value {
  const subject = id === null || id === undefined ? undefined : filling.people.get(id)
  return subject === undefined ? { kind: 'missing', label } : { kind: 'person', subject, role }
}

/** The properties of each record, by name. */
export const PROPERTIES: { readonly [R in RecordName]: Readonly<Record<string, Property<Subjects[R]>>> } = {
  person: {
    name: { shape: 'text', sentence: 'The name to show.', read: ({ name }) => textValue(name, 'Name') },
    handle: { shape: 'text', sentence: 'The handle, without `@`.', read: ({ handle }) => textValue(handle, 'Handle') },
    zone: { shape: 'text', sentence: 'The time zone.', read: ({ zone }) => textValue(zone, 'Time zone') },
    bot: { shape: 'yes-no', sentence: 'Whether it is a bot.', read: ({ bot }) => ({ kind: 'yes-no', yes: bot }) },
  },
  link: {
    title: { shape: 'text', sentence: 'What it is called.', read: ({ title }) => textValue(title, 'Title') },
    url: { shape: 'text', sentence: 'The address.', read: ({ url }) => textValue(url, 'Address') },
    kind: { shape: 'text', sentence: '`ticket`, `channel`, `alert`, `dashboard` …', read: ({ kind }) => textValue(kind, 'Kind') },
  },
  event: {
    text: { shape: 'inline', sentence: 'What happened.', read: ({ text }) => inlineValue(text, 'Text') },
    at: { shape: 'time', sentence: 'When.', read: ({ at }, filling) => timeValue(at, filling, 'Time') },
    elapsed: {
      shape: 'text',
      sentence: 'The time since the notional start, `+7mins`.',
      read: ({ at }, { start }) => textValue(start === null ? '' : elapsedText(start, at), 'Elapsed time'),
    },
    actor: { shape: 'person', sentence: 'Who did it.', read: ({ actor }, filling) => personValue(actor, filling, 'Actor') },
    kind: { shape: 'text', sentence: '`message`, `alert`, `deploy`, `change` …', read: ({ what }) => textValue(what.kind, 'Kind') },
    key: { shape: 'yes-no', sentence: 'Whether it is a key event.', read: ({ mark }) => ({ kind: 'yes-no', yes: mark.level === 'key' }) },
    origin: {
      shape: 'link',
      sentence: 'Where the record has it.',
      read: ({ origin }) => ({ kind: 'link', subject: { kind: 'other', title: origin.label, url: origin.url } }),
    },
  },
  'follow-up': {
    text: { shape: 'inline', sentence: 'What is to be done.', read: ({ text }) => inlineValue(text, 'Text') },
    owner: { shape: 'person', sentence: 'Who took it.', read: ({ owner }, filling) => personValue(owner, filling, 'Owner') },
    due: { shape: 'text', sentence: 'The day it is due, `2026-03-11`.', read: ({ due }) => textValue(due, 'Due date') },
    priority: { shape: 'text', sentence: 'The priority.', read: ({ priority }) => textValue(priority, 'Priority') },
    outcome: { shape: 'text', sentence: '`open`, `done` or `wont-do`.', read: ({ outcome }) => textValue(outcome, 'Outcome') },
    done: { shape: 'yes-no', sentence: 'Whether it is done.', read: ({ outcome }) => ({ kind: 'yes-no', yes: outcome === 'done' }) },
    reason: { shape: 'text', sentence: 'Why it will not be done.', read: ({ reason }) => textValue(reason, 'Reason') },
    ticket: {
      shape: 'link',
      sentence: 'Its ticket.',
      read: ({ ticket }) => (ticket === null ? { kind: 'missing', label: 'Ticket' } : { kind: 'link', subject: ticket }),
    },
  },
  finding: {
    text: { shape: 'inline', sentence: 'What was found.', read: ({ text }) => inlineValue(text, 'Text') },
    kind: { shape: 'text', sentence: '`contributor`, `mitigator`, `learning` or `risk`.', read: ({ kind }) => textValue(kind, 'Kind') },
    category: { shape: 'text', sentence: 'Of a contributor: `technical`, `human` or `external`.', read: ({ category }) => textValue(category, 'Category') },
  },
}

/** The property of a value that is a record, read; null when it has no such property. */
export function readProperty(value: Value, name: string, filling: Filling): Value | null {
  switch (value.kind) {
    case 'person':
      return own(PROPERTIES.person, name)?.read(value.subject, filling) ?? null
    case 'link':
      return own(PROPERTIES.link, name)?.read(value.subject, filling) ?? null
    case 'event':
      return own(PROPERTIES.event, name)?.read(value.subject, filling) ?? null
    case 'follow-up':
      return own(PROPERTIES['follow-up'], name)?.read(value.subject, filling) ?? null
    case 'finding':
      return own(PROPERTIES.finding, name)?.read(value.subject, filling) ?? null
    case 'blank':
      return { kind: 'blank', label: name.replaceAll('-', ' ') }
    case 'missing':
      return value
    default:
      return null
  }
}

/** The properties that a shape has: none for what is no record. */
export function propertiesOf(shape: Shape): Readonly<Record<string, { readonly shape: Shape; readonly sentence: string }>> {
  return own(PROPERTIES as Readonly<Record<string, Readonly<Record<string, { shape: Shape; sentence: string }>>>>, shape) ?? {}
}

/** A key's own value: names that every object inherits are not names. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** What the clocks of the document's zone are called at the notional start. */
export function zoneName({ start, zone }: Filling): string {
  return start === null ? zone : zoneLabel(start, zone)
}
