import type { Instant } from '../instant.ts'
import type { PageBody, PageGone, PageNow, PageRef } from './page-destination.ts'
import type { MergeConflict, PageChange } from './page-change.ts'
import type { Loss } from '../destination.ts'
import type { Problem } from '../problem.ts'

/** What we keep about a page, so that the next time it is updated and nothing over there is lost. Plain JSON. */
export interface WrittenPage {
  readonly ref: PageRef
  readonly title: string
  /** The place's version after our writing. */
  readonly version: string
  /** What we wrote. */
  readonly ours: string
  /** The same as it read right afterwards, in the place's own spelling. */
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
  /** What people changed over there since our last writing. */
  readonly theirs: readonly PageChange[]
  /** What we would change. */
  readonly ours: readonly PageChange[]
  readonly conflicts: readonly MergeConflict[]
}
