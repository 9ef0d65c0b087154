import type { TimelineEvent } from '../event.ts'
import type { Finding, FollowUp, Link } from '../incident.ts'
import type { Instant } from '../instant.ts'
import type { Person } from '../person.ts'

/** What kind of thing a variable is. `prose` is Markdown of many paragraphs, `inline` of one. */
export type Scalar = 'text' | 'inline' | 'prose' | 'number' | 'yes-no' | 'time' | 'duration' | RecordName

/** Things with properties of their own: what a loop can go over. */
export type RecordName = 'person' | 'link' | 'event' | 'follow-up' | 'finding'

/** The shape of a value, known before any incident is. */
export type Shape = Scalar | `list of ${Scalar}`

/** What a record's properties are read from. */
export interface Subjects {
  readonly person: Person
  readonly link: Link
  readonly event: TimelineEvent
  readonly 'follow-up': FollowUp
  readonly finding: Finding
}

/**
 * A value on its way into the tree. `missing` is a value that the record does not have, `blank` one in a document without an incident; both carry
 * what a reader calls it.
 */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inline' | 'prose'; readonly markdown: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'time'; readonly at: Instant; readonly zone: string }
  | { readonly kind: 'duration'; readonly millis: number }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'person'; readonly subject: Person; readonly role: string | null }
  | { readonly kind: 'link'; readonly subject: Link }
  | { readonly kind: 'event'; readonly subject: TimelineEvent }
  | { readonly kind: 'follow-up'; readonly subject: FollowUp }
  | { readonly kind: 'finding'; readonly subject: Finding }
  | { readonly kind: 'missing'; readonly label: string }
  | { readonly kind: 'blank'; readonly label: string }

/** Whether there is anything to show: a value that is not missing, not blank and not an empty list. */
export function isPresent(value: Value): boolean {
  return value.kind !== 'missing' && value.kind !== 'blank' && !(value.kind === 'list' && value.items.length === 0)
}

/** The shape of one item of a list; null for what is no list. */
export function itemShape(shape: Shape): Scalar | null {
  return shape.startsWith('list of ') ? (shape.slice('list of '.length) as Scalar) : null
}
