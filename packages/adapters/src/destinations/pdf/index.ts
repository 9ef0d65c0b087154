import type { Destination } from '@blamefree/core'
import { LOSES } from './page-of.ts'
import { renderPdf } from './render.ts'

/** A tagged PDF, set by Typst in a process of its own; its native binding is loaded there, with the first document. */
export const pdf: Destination = {
  id: 'pdf',
  title: 'PDF',
  extension: 'pdf',
  loses: LOSES,
  render: (document, options) => renderPdf(document, options),
}
