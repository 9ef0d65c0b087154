import type { Destination } from '@blamefree/core'
import { renderJson } from './render.ts'

/** Everything as data: the document, and its incident where it is known. `openPostMortem` reads it back. */
export const json: Destination = {
  id: 'json',
  title: 'JSON',
  extension: 'json',
  loses: {},
  render: (document, options) => Promise.resolve(renderJson(document, options)),
}
