import type { PlaceAudience } from '@blamefree/core'

/** Whether a post-mortem may go to a place, by who may see either. `confirm`: when somebody says so. */
export type MayGo = { readonly answer: 'yes'; readonly sentence: null } | Held

interface Held {
  readonly answer: 'confirm' | 'no'
  /** Why not by itself. */
  readonly why: string
  /** What to do. */
  readonly hint: string
  /** Both. */
  readonly sentence: string
}

/**
 * A private incident goes by itself only to a place that named people see. Where the place tells that more do, everybody of the company or the public, it does not go, whatever anybody says; where it
 * does not tell, somebody has to confirm that whoever sees it may read this. Any other goes wherever the company reads; that the public reads it, somebody has to mean. `seenBy` null: nobody has
 * looked yet.
 */
export function mayGo({ isPrivate, place, seenBy }: { readonly isPrivate: boolean; readonly place: string; readonly seenBy: PlaceAudience | null }): MayGo {
  const level = seenBy?.level ?? 'unknown'
  const who = seenBy?.sentence ?? 'Nobody has looked yet who sees it.'
  if (level === 'people' || (!isPrivate && level !== 'public')) return { answer: 'yes', sentence: null }
  const held = (answer: Held['answer'], why: string, hint: string): Held => ({ answer, why: `${why}. ${who}`, hint, sentence: `${why}. ${who} ${hint}` })
  if (!isPrivate) return held('confirm', `Everybody on the internet sees ${place}`, 'Confirm that it shall be published there.')
  if (level === 'unknown')
    return held(
      'confirm',
      `The incident is private, and it is not known who sees ${place}`,
      'Choose another place, or confirm that everybody who sees it may read this.',
    )
  const more = level === 'public' ? `everybody on the internet sees ${place}` : `${place} is seen by more people than are named on it`
  return held('no', `The incident is private, and ${more}`, 'Choose another place, let fewer people see this one over there, or make the incident visible.')
}

/** Whether what somebody confirmed still covers what is known now. */
export function isConfirmed(confirmed: { readonly level: PlaceAudience['level'] } | null, seenBy: PlaceAudience | null): boolean {
  return confirmed !== null && confirmed.level === (seenBy?.level ?? 'unknown')
}
