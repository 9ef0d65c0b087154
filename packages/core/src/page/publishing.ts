import type { Instant } from '../instant.ts'
import type { Loss } from '../destination.ts'
import type { Document } from '../document.ts'
import type { Problem } from '../problem.ts'
import type { MergeConflict, PageChange } from './page-change.ts'
import type { PageBody, PageDestination, PageGone, PageNow, PageOptions, PageRef, PlaceAudience } from './page-destination.ts'

/** What we keep about a page, so that the next time it is updated and nothing over there is lost. Plain JSON. */
export interface WrittenPage {
  readonly ref: PageRef
  readonly title: string
  /** The place's version after our writing. */
  readonly version: string
  /** The title that we asked for, where the place has another one. */
  readonly oursTitle?: string
  /** The post-mortem as we rendered it, without what was changed over there. */
  readonly ours: string
  /** The same in the place's own spelling: what people changed there is not in it, so that it stays a change until it is taken over or overwritten. */
  readonly theirs: string
  readonly where: string | null
  readonly at: Instant
}

/** What a person decides where a page was changed over there. */
export interface PublishChoice {
  /** For all sections, where both changed the same: whose text stays. Left out: we stop and ask. */
  readonly all?: 'ours' | 'theirs'
  /** The same by section (its heading's words); beats `all`. */
  readonly sections?: Readonly<Record<string, 'ours' | 'theirs'>>
  /** The page is gone: make a new one, or bring the old one back. Left out: we stop and ask. */
  readonly gone?: 'create' | 'restore'
  /** The page was renamed there: whose title stays. Left out: theirs. */
  readonly title?: 'ours' | 'theirs'
  /** Overwrite everything that was changed over there, also what we did not change. */
  readonly overwrite?: boolean
}

/**
 * A post-mortem, and the page that it is to be. Whoever asks lets nobody else publish the same post-mortem to the same place meanwhile (a lock over all
 * processes), keeps what comes back in `written`, and gives it the next time.
 */
export interface PublishAsk {
  readonly destination: PageDestination
  /** What the destination's `configure` made. */
  readonly config: unknown
  readonly document: Document
  readonly options: PageOptions
  /** Unlike every other post-mortem's, and the same for ever: the page is found again by it. */
  readonly marker: string
  /** What was kept the last time; null when it was never published there, or nothing is known of it any more. */
  readonly written: WrittenPage | null
  /** What `intend` was told last and was never followed by a `written`: a publishing that was cut off. */
  readonly intended?: string | null
  /** Told our text before anything is created or written, to be kept. With it a publishing that is cut off is gone on with as if it had not been. */
  readonly intend?: (ours: string) => Promise<void>
  readonly choice?: PublishChoice
  /** Who may see the incident: those who are named on it, or everybody of the company. */
  readonly incident: 'people' | 'company'
  /** Who can see the place, where that is known already. Left out: the place is asked for a private incident, and before a page is created. */
  readonly audience?: PlaceAudience
  /** A person said that everybody who can see the place may read it. */
  readonly confirmed?: boolean
}

/** How a publishing ended. */
export type PublishOutcome =
  | (Written & { readonly kind: 'created' | 'updated' | 'unchanged' })
  /** Nothing was written: both texts are in `conflicts`. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly MergeConflict[]; readonly changes: readonly PageChange[]; readonly page: PageNow }
  /** Nothing was written: the page is not where it was. */
  | ({ readonly kind: 'gone'; readonly choices: readonly ('create' | 'restore')[] } & PageGone)

interface Written {
  /** What to keep for the next time. */
  readonly written: WrittenPage
  /** What was changed over there and stays. */
  readonly kept: readonly PageChange[]
  /** Sentences about what is not as it was: renamed, moved. */
  readonly notices: readonly string[]
  readonly losses: readonly Loss[]
  readonly problems: readonly Problem[]
}

/** What a publishing would do, without doing it. */
export interface PublishPlan {
  /** `behind`: only ours is new. `changed`: only theirs. `both`, `current`. */
  readonly state: 'new' | 'current' | 'behind' | 'changed' | 'both' | 'gone'
  readonly page: PageNow | PageGone | null
  /** What would be written; null for a page that is gone. */
  readonly body: PageBody | null
  /** What people changed over there since our last writing, and is not the same here. */
  readonly theirs: readonly PageChange[]
  /** What we would change. */
  readonly ours: readonly PageChange[]
  readonly conflicts: readonly MergeConflict[]
}
