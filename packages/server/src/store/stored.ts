import type { Incident, TimelineEvent } from '@blamefree/core'

/** An incident's facts as the `facts` column holds them: all but the events, which have a table of their own. */
export type StoredFacts = Omit<Incident, 'events'>

/** What of an event has no column of its own. */
export type StoredEvent = Pick<TimelineEvent, 'origin' | 'what'>
