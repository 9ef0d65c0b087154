import {
  mergePage,
  type Decide,
  type PageBlock,
  type PageBody,
  type PageChange,
  type PageDestination,
  type PageMerge,
  type PageNow,
  type PageSides,
  type PublishAsk,
} from '@blamefree/core'
import { mergeUnrecorded } from './merge-unrecorded.ts'
import { refilled } from './refilled.ts'

/** What a page is to become, and what of it is only ours. */
export interface Composed extends PageMerge {
  /** Our text with what stays of theirs. */
  readonly text: string
  readonly title: string
  /** Whether the page already is so. */
  readonly same: boolean
  /** Our text alone, as far as known in the place's own spelling: what the next time is compared with. */
  readonly baseline: readonly PageBlock[]
}

/** The page as it is, merged with what we would write. Pure. */
export function composePage(ask: PublishAsk, body: PageBody, page: PageNow): Composed {
  const { choice = {} } = ask
  const destination = remembering(ask.destination)
  const theirsNow = destination.split(page.text)
  const oursNow = destination.split(body.text)
  const sides = sidesOf({ ...ask, destination }, page, { theirsNow, oursNow })
  const decide: Decide = (section) => choice.sections?.[section] ?? choice.all ?? null
  const merged = sides === null ? mergeUnrecorded(theirsNow, oursNow, destination, decide) : mergePage(sides, destination, decide)
  const result: PageMerge = choice.overwrite === true ? { ...merged, blocks: oursNow, conflicts: [], kept: [] } : merged
  const title = titleOf(ask, body, page)
  const [after, before] = [sumsOf(destination, result.blocks), sumsOf(destination, theirsNow)]
  return {
    ...result,
    kept: onlyThere(result.kept, oursNow, destination),
    text: result.blocks === oursNow ? body.text : destination.join(result.blocks),
    title,
    same: title === page.title && page.unfinished !== true && after.length === before.length && after.every((text, index) => text === before[index]),
    baseline: sides === null ? oursNow : mergePage({ ...sides, theirsNow: sides.theirsThen }, destination, decide).blocks,
  }
}

/** The destination, comparing each text once: a page is compared several times, and most of its pieces are in all of its versions. */
function remembering(destination: PageDestination): PageDestination {
  const known = new Map<string, string>()
  return {
    ...destination,
    canonical(text) {
      const made = known.get(text) ?? destination.canonical(text)
      known.set(text, made)
      return made
    },
  }
}

/** Canonical texts of what is not the footer. */
export function sumsOf(destination: PageDestination, blocks: readonly PageBlock[]): string[] {
  return blocks.filter(({ kind }) => kind !== 'footer').map(({ text }) => destination.canonical(text))
}

/**
 * What the page is compared with: what we keep of the last writing, or, after a publishing that was cut off, the text that was about to be written if it is
 * there. Null where nothing is known of the page.
 */
function sidesOf(ask: PublishAsk, page: PageNow, now: Pick<PageSides, 'oursNow' | 'theirsNow'>): PageSides | null {
  const { destination, written, intended = null } = ask
  if (intended === null || (written !== null && page.version === written.version)) {
    return written === null ? null : { ...now, oursThen: destination.split(written.ours), theirsThen: destination.split(written.theirs) }
  }
  const meant = destination.split(intended)
  const here = new Set(sumsOf(destination, now.theirsNow))
  const fresh = new Set(sumsOf(destination, meant))
  if (written === null) return { ...now, oursThen: meant, theirsThen: meant, theirsNow: refilled(meant, now.theirsNow, destination) }
  const old = destination.split(written.theirs)
  const gone = sumsOf(destination, old).filter((text) => !fresh.has(text))
  if (page.unfinished === true) {
    // Pieces of before that are not meant any more are ours, and left over.
    const left = new Set(gone)
    const theirsNow = now.theirsNow.filter(({ text }) => !left.has(destination.canonical(text)))
    return { ...now, oursThen: meant, theirsThen: meant, theirsNow: refilled(meant, theirsNow, destination) }
  }
  const before = new Set(sumsOf(destination, old))
  const added = [...fresh].filter((text) => !before.has(text))
  const arrived = added.filter((text) => here.has(text)).length + gone.filter((text) => !here.has(text)).length
  if (arrived * 2 > added.length + gone.length) return { ...now, oursThen: meant, theirsThen: meant }
  return { ...now, oursThen: destination.split(written.ours), theirsThen: old }
}

function titleOf({ written, choice }: PublishAsk, body: PageBody, page: PageNow): string {
  if (written === null || choice?.title === 'ours' || choice?.overwrite === true) return body.title
  const renamed = page.title !== written.title
  return renamed || body.title === (written.oursTitle ?? written.title) ? page.title : body.title
}

/** The changes over there that are not in our text too, as they are once they were taken over. */
function onlyThere(changes: readonly PageChange[], ours: readonly PageBlock[], destination: PageDestination): PageChange[] {
  const here = new Set(sumsOf(destination, ours))
  const sums = (text: string): string[] => sumsOf(destination, destination.split(text))
  return changes.filter(({ before, after }) => {
    const now = sums(after)
    return !(now.every((sum) => here.has(sum)) && sums(before).every((sum) => now.includes(sum) || !here.has(sum)))
  })
}
