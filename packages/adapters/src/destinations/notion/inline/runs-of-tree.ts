import { safeUrl } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { printRuns } from './print-runs.ts'
import { NO_MARKS, pushRun, pushText, type Marks, type Run } from './run.ts'

/** What inline content is written with. */
export interface InlineWriting {
  /** Notion's ids of people, by the id that a mention has. */
  readonly mentions: Readonly<Record<string, string>>
  /** Where the record of an event is, by the event's id. */
  readonly events: ReadonlyMap<string, string>
  /** The number of a footnote, by its name. */
  readonly notes: ReadonlyMap<string, number>
}

/** The longest address that Notion takes. */
export const LONGEST_URL = 2000

/** Inline content → one line of Notion-flavoured Markdown. Images are their descriptions here: Notion has them as blocks only. */
export function inlineText(children: readonly PhrasingContent[], writing: InlineWriting): string {
  const runs: Run[] = []
  for (const child of children) add(child, { writing, marks: NO_MARKS, runs })
  return printRuns(runs)
}

interface Walk {
  readonly writing: InlineWriting
  readonly marks: Marks
  readonly runs: Run[]
}

function add(node: PhrasingContent, walk: Walk): void {
  const { marks, runs, writing } = walk
  const push = (kind: Run['kind'], text: string): void => (kind === 'text' ? pushText(runs, text, marks) : void runs.push({ kind, text, target: '', marks }))
  const inner = (children: readonly PhrasingContent[], more: Partial<Marks>): void => {
    for (const child of children) add(child, { ...walk, marks: { ...marks, ...more } })
  }
  switch (node.type) {
    case 'text':
      return push('text', node.value)
    case 'strong':
      return inner(node.children, { bold: true })
    case 'emphasis':
      return inner(node.children, { italic: true })
    case 'delete':
      return inner(node.children, { strikethrough: true })
    case 'inlineCode':
      return push('code', node.value)
    case 'break':
      return push('break', '\n')
    case 'link':
      return addLink(node.url, node.children, walk)
    case 'image':
      return push('text', node.alt ?? '')
    case 'footnoteReference':
      return push('text', `[${writing.notes.get(node.identifier) ?? '?'}]`)
    case 'textDirective':
      return addDirective(node, walk)
    default:
  }
}

function addDirective(node: Extract<PhrasingContent, { type: 'textDirective' }>, walk: Walk): void {
  const { writing, marks, runs } = walk
  const id = node.attributes?.['id'] ?? ''
  const words: Run[] = []
  for (const child of node.children) add(child, { ...walk, runs: words })
  const person = node.name === 'person' && Object.hasOwn(writing.mentions, id) ? writing.mentions[id] : undefined
  const address = node.name === 'event' ? writing.events.get(id) : undefined
  if (person !== undefined) runs.push({ kind: 'person', text: words.map(({ text }) => text).join(''), target: person, marks })
  else for (const run of words) pushRun(runs, address === undefined ? run : { ...run, marks: { ...run.marks, link: linkOf(address) } })
}

function addLink(url: string, children: readonly PhrasingContent[], walk: Walk): void {
  const link = linkOf(url)
  const marks = { ...walk.marks, link }
  const words: Run[] = []
  for (const child of children) add(child, { ...walk, marks, runs: words })
  const silent = words.every(({ text }) => text.trim() === '')
  walk.runs.push(...(silent && link !== '' ? [{ kind: 'text' as const, text: link, target: '', marks }] : words))
}

/** The address of a link; empty where it leads nowhere that Notion takes. */
function linkOf(url: string): string {
  const safe = safeUrl(url) ?? ''
  return safe.length > LONGEST_URL ? '' : safe
}
