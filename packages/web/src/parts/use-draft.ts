import { useState } from 'react'
import { begun, followed, type Draft, type Kept } from './draft.ts'

/** A draft in a form. */
export interface DraftField<T> extends Draft<T> {
  readonly changed: boolean
  /** Whether somebody else saved the same meanwhile: nothing is saved before one of the two is chosen. */
  readonly clashes: boolean
  readonly set: (words: T) => void
  /** Gives up the change for what is kept now. */
  readonly discard: () => void
  /** Makes it a change of what is kept now, which goes when it is saved. */
  readonly insist: () => void
}

/** What is changed of a kept thing, which may become another while somebody types. `same` has to be one function. */
export function useDraft<T>(kept: Kept<T>, same: (one: T, other: T) => boolean): DraftField<T> {
  const [before, setDraft] = useState(() => begun(kept))
  const draft = followed(before, kept, same)
  if (draft !== before) setDraft(draft)
  return {
    ...draft,
    changed: !same(draft.words, draft.base),
    clashes: draft.revision !== kept.revision,
    set: (words) => setDraft({ ...draft, words }),
    discard: () => setDraft(begun(kept)),
    insist: () => setDraft({ ...draft, base: kept.words, revision: kept.revision }),
  }
}
