import type { Source } from '@blamefree/core'

/** Every source, in the order in which they are asked whether a payload is theirs: the most particular format first, plain text last. */
export const SOURCES: readonly Source[] = []
