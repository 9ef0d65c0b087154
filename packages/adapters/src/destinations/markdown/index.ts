import type { Destination } from '@blamefree/core'
import { LOSES, renderMarkdown } from './render.ts'

/** GitHub's Markdown with front matter: readable anywhere, and in Git. */
export const markdown: Destination = {
  id: 'markdown',
  title: 'Markdown',
  extension: 'md',
  loses: LOSES,
  render: (document, options) => Promise.resolve(renderMarkdown(document, options)),
}
