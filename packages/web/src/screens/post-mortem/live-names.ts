import type { ContainerName } from '@blamefree/core'

/** The blocks that show the facts of now. */
export const LIVE: ReadonlySet<string> = new Set<ContainerName>(['key-information', 'timeline', 'follow-ups', 'participants', 'metrics', 'links'])

/** The blocks whose facts are edited beside the text. The timeline has a page of its own, for it needs the room. */
export const EDITED_HERE: ReadonlySet<string> = new Set<ContainerName>(['key-information', 'follow-ups', 'participants', 'metrics', 'links'])
