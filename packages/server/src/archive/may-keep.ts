import { mayGo } from '@blamefree/adapters'
import type { PlaceAudience, PlaceCheck } from '@blamefree/core'
import type { ConfirmedPlace } from '../store/archive.ts'

/** Whether the archive may be kept in a place, by who sees that: the same rule as for a private post-mortem, whether or not there is one in it. Everything else is in it, records as they came. */
export function mayKeep({ place, seenBy }: { readonly place: string; readonly seenBy: PlaceAudience | null }): {
  readonly answer: 'yes' | 'confirm' | 'no'
  readonly sentence: string | null
  readonly hint: string
} {
  const { answer } = mayGo({ isPrivate: true, place, seenBy })
  const who = seenBy?.sentence ?? 'Nobody has looked yet who sees it.'
  if (answer === 'yes') return { answer, sentence: null, hint: '' }
  if (answer === 'confirm')
    return {
      answer,
      sentence: `The archive holds everything, and it is not known who sees ${place}. ${who}`,
      hint: 'Choose another place, or confirm that everybody who sees it may read everything.',
    }
  return {
    answer,
    sentence: `The archive holds everything, and more than named people see ${place}. ${who}`,
    hint: 'Choose another place, or let only the people named on that repository see it.',
  }
}

/** Whether what somebody confirmed still covers what is known now, and is of this place: the connection may have been pointed elsewhere since. */
export function isConfirmedFor(confirmed: ConfirmedPlace | null, { where, audience }: Pick<PlaceCheck, 'where' | 'audience'>): boolean {
  return confirmed !== null && confirmed.level === audience.level && confirmed.where === where
}
