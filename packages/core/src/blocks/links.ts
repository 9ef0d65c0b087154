import type { PhrasingContent } from 'mdast'
import { cleanText } from '../clean-text.ts'
import type { Filling } from '../template/filling.ts'
import { container, linkNode, list, placeholder } from '../template/nodes.ts'
import type { Block } from './block.ts'

const KINDS = ['ticket', 'channel', 'alert', 'dashboard', 'status-page', 'pull-request', 'runbook', 'call', 'other'] as const

/** What a reader may open: the ticket, the channel, the dashboards. */
export const links: Block = {
  name: 'links',
  sentence: 'The ticket, the channel and whatever else a reader may open.',
  example: '::links{kinds=ticket,channel}',
  attributes: [{ name: 'kinds', sentence: 'Which kinds; all where nothing is said.', values: KINDS, many: true }],
  fill: (attributes, filling) => [
    container('links', attributes, [list(linkItems(filling, attributes['kinds']?.split(',').map((kind) => kind.trim()) ?? KINDS))]),
  ],
}

/** Each link of the incident once, tickets and channels first; a placeholder when there is none. */
export function linkItems({ incident, blank }: Filling, kinds: readonly string[] = KINDS): PhrasingContent[][] {
  if (blank) return [[placeholder('[the ticket]')], [placeholder('[the channel]')]]
  const seen = new Set<string>()
  const found = incident.links
    .map(({ value }) => ({ ...value, title: cleanText(value.title).trim() || (value.url ?? '') }))
    .filter(({ kind, url, title }) => {
      const key = url ?? title
      const isNew = title !== '' && kinds.includes(kind) && !seen.has(key)
      seen.add(key)
      return isNew
    })
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  return found.length === 0 ? [[placeholder('none known')]] : found.map((link) => [linkNode(link)])
}
