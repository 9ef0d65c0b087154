import { shortHash } from '@blamefree/core'

/**
 * The id that we give a document when we make it: the same for the same marker, so that no second one can come to be, and it is found by its id. `turn` counts those
 * that were deleted for good or lie in the trash while a new one was asked for.
 */
export function documentId(marker: string, turn = 0): string {
  const text = turn === 0 ? marker : `${marker} ${turn}`
  const digits = shortHash(text) + shortHash(`blamefree ${text}`)
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) & 3)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

/** How often a page may be made anew after it was thrown away. */
export const MOST_TURNS = 8
