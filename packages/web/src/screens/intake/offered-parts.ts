import type { Preview } from './send-records.ts'

type Part = Preview['readings'][number]['parts'][number]

/** What can be chosen of the records of a preview, by the record's name. */
export type OfferedParts = Readonly<Record<string, readonly Part[]>>

/** What the records of a preview offer to choose from. Once something is chosen they tell of that alone, so what was offered before stays: whoever chose one may choose another, or none. */
export function offeredParts(before: OfferedParts, readings: Preview['readings'], choosing: boolean): OfferedParts {
  return Object.fromEntries(
    readings.map(({ name, parts }) => {
      const offered = choosing ? (before[name] ?? []) : []
      const known = new Set(offered.map(({ id }) => id))
      return [name, [...offered, ...parts.filter(({ id }) => !known.has(id))]]
    }),
  )
}
