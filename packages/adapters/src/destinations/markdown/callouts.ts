/** The kinds of callout, as GitHub marks them (its "alerts") and as a title says them. */
export const CALLOUTS: Readonly<Record<string, { readonly mark: string; readonly title: string }>> = {
  note: { mark: 'NOTE', title: 'Note' },
  tip: { mark: 'TIP', title: 'Tip' },
  warning: { mark: 'WARNING', title: 'Warning' },
  danger: { mark: 'CAUTION', title: 'Caution' },
}
