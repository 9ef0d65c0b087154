import { isTelling, strength, type Entry } from './record.ts'

/** Where a person first says that something is wrong: a report in words, else the first telling number or state, else the first words that tell anything. */
export function firstReport(entries: readonly Entry[]): Entry | null {
  const said = entries.filter((entry) => entry.event.what.kind === 'message' && isTelling(entry))
  const early = said.slice(0, 25)
  return (
    early.find((entry) => strength(entry, 'report') > 0) ??
    early.find((entry) => strength(entry, 'impact') > 0 || strength(entry, 'observation') > 0) ??
    early.find((entry) => entry.hits.length > 0) ??
    null
  )
}

/** The last thing a person says about the incident itself: that it is over or works again, else the last thing done or found. */
export function lastWord(entries: readonly Entry[]): Entry | null {
  const said = entries.filter((entry) => entry.event.what.kind === 'message' && isTelling(entry) && entry.hits.length > 0)
  const last = (strong: (entry: Entry) => boolean): Entry | null => said.findLast(strong) ?? null
  return (
    last((entry) => strength(entry, 'closing') > 0) ??
    last((entry) => strength(entry, 'confirmation') > 0 && strength(entry, 'relapse') === 0) ??
    last((entry) => strength(entry, 'action') > 0 || strength(entry, 'finding') > 0)
  )
}
