import type { Destination } from '@blamefree/core'
import { LOSES } from './page-of.ts'

/** A tagged PDF, set by Typst in a process of its own. What that takes is loaded with the first document, and the native binding there: most processes make none. */
export const pdf: Destination = {
  id: 'pdf',
  title: 'PDF',
  extension: 'pdf',
  loses: LOSES,
  render: async (document, options) => await (await import('./render.ts')).renderPdf(document, options),
}
