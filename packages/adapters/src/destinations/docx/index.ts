import type { Destination } from '@blamefree/core'
import { renderDocx } from './render.ts'

/** Word: a .docx of our own look, or of the company's (`options.reference`). */
export const docx: Destination = {
  id: 'docx',
  title: 'Word',
  extension: 'docx',
  loses: {},
  render: (document, options) => new Promise((resolve) => resolve(renderDocx(document, options))),
}
