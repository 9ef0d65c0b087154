/** A difference between two states of a page, in the place's dialect: empty `before` is something new, empty `after` something taken away. */
export interface PageChange {
  readonly section: string
  readonly before: string
  readonly after: string
}

/** Both sides changed the same: what it was, and what each made of it. */
export interface MergeConflict {
  readonly section: string
  readonly before: string
  readonly theirs: string
  readonly ours: string
}
