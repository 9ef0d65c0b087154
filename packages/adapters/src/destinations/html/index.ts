import type { Destination } from '@blamefree/core'
import { renderHtml } from './render.ts'

/** One page that needs nothing else: no server, no network, no script. */
export const html: Destination = {
  id: 'html',
  title: 'Web page',
  extension: 'html',
  loses: {},
  render: (document, options) => Promise.resolve(renderHtml(document, options)),
}
