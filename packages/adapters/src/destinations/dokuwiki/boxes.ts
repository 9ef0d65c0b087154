/** What a quote can be that we write. */
export type BoxKind = 'note' | 'tip' | 'warning' | 'danger' | 'evidence'

/** The sign and the title of each: a title of our own stands there where a callout has none. */
export const BOXES: Readonly<Record<BoxKind, { readonly icon: string; readonly title: string }>> = {
  note: { icon: '\u2139\ufe0f', title: 'Note' },
  tip: { icon: '\ud83d\udca1', title: 'Tip' },
  warning: { icon: '\u26a0\ufe0f', title: 'Warning' },
  danger: { icon: '\ud83d\uded1', title: 'Caution' },
  evidence: { icon: '\ud83d\udd0d', title: 'What the record shows' },
}
