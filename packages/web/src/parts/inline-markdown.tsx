import { parseInline } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { memo, type ReactNode } from 'react'
import { InlineView } from './document/document-view.tsx'

const parsed = new Map<string, readonly PhrasingContent[]>()

/** What is plain enough to be itself: most messages. */
const PLAIN = /^[^\\`*_~[\]<>&:|!#^{}]*$/

/** One paragraph of our Markdown (an event's text, a follow-up) with its form; nothing in it can be anything but text, code, emphasis, links and people. */
export const InlineMarkdown = memo(function InlineMarkdown({ text }: { text: string }): ReactNode {
  if (PLAIN.test(text) && !/https?/.test(text)) return text
  let nodes = parsed.get(text)
  if (nodes === undefined) {
    if (parsed.size > 20_000) parsed.clear()
    nodes = parseInline(text)
    parsed.set(text, nodes)
  }
  return <InlineView nodes={nodes} />
})
