import type { GatheredPeople, Origin } from '@blamefree/core'
import type { Issue, User } from './schema.ts'

/** What is known everywhere while a payload is read: the people met so far, and how an issue is named as an origin. */
export interface Reader {
  readonly people: GatheredPeople
  person(user: User): string
  originOf(issue: Pick<Issue, 'key' | 'url'>): Origin
}
