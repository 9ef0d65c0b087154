import { parseInline } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { memo, type ReactNode } from 'react'
import { InlineView } from './document/document-view.tsx'
import { isPlain } from './is-plain.ts'

/** What was parsed already: a record of 10,000 messages scrolls by more than once. */
const parsed = new Map<string, readonly PhrasingContent[]>()
const MOST = 20_000

/** Markdown of one paragraph, as it is kept (an event's text, a follow-up), shown with its emphasis, code, links and people. Nothing in it is ever HTML. */
export const InlineText = memo(function InlineText({ text }: { text: string }): ReactNode {
  if (isPlain(text)) return text
  let nodes = parsed.get(text)
  if (nodes === undefined) {
    if (parsed.size >= MOST) parsed.clear()
    nodes = parseInline(text)
    parsed.set(text, nodes)
  }
  return <InlineView nodes={nodes} />
})
