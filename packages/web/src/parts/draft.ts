/** What somebody changes of a thing that others may save meanwhile. */
export interface Draft<T> {
  readonly words: T
  /** What is kept, as it was when the change began, and its revision. */
  readonly base: T
  readonly revision: number
}

/** The thing as it is kept now. */
export interface Kept<T> {
  readonly words: T
  readonly revision: number
}

/** A change that has not begun. */
export const begun = <T>({ words, revision }: Kept<T>): Draft<T> => ({ words, base: words, revision })

/**
 * A draft after the kept thing has become another: where nothing was changed it follows, and where others changed nothing of it, it is a change of what is kept now. Where both have changed it,
 * it stays as it is, of the older revision: nothing that somebody typed goes by itself. The same object where there is nothing to do.
 */
export function followed<T>(draft: Draft<T>, kept: Kept<T>, same: (one: T, other: T) => boolean): Draft<T> {
  if (kept.revision === draft.revision) return draft
  if (same(draft.words, draft.base) || same(draft.words, kept.words)) return begun(kept)
  return same(kept.words, draft.base) ? { ...draft, base: kept.words, revision: kept.revision } : draft
}
