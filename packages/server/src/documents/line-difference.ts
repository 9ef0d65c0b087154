import { sequenceDifference } from './sequence-difference.ts'

/** A run of lines that both texts have, that only the first has, or that only the second has. */
export interface LineRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly lines: readonly string[]
}

/** The shortest difference between two texts, by lines. Joined again, the runs give either text back. */
export function lineDifference(before: string, after: string): LineRun[] {
  return sequenceDifference(before.split('\n'), after.split('\n')).map(({ kind, items }) => ({ kind, lines: items }))
}
