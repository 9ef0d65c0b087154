import type { ContainerName } from '@blamefree/core'

/** The blocks that show the facts of now. */
export const LIVE: ReadonlySet<string> = new Set<ContainerName>(['key-information', 'timeline', 'follow-ups', 'participants', 'metrics', 'links'])
