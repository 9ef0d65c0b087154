import { exportedTree, footerInline } from '@blamefree/core'
import type { Construct, Document, Loss, PageBody, PageDestination, PageOptions, Problem } from '@blamefree/core'
import type { Root } from 'mdast'
import { docText, paragraph, words, type AdfNode } from './adf.ts'
import { blocksAdf } from './adf-blocks.ts'
import { inlineAdf } from './adf-inline.ts'
import { labelsFor } from './labels.ts'
import { shortened } from './shorten.ts'
import { writingFor, type Writing } from './writing.ts'

/** What an issue's description has no room for. Their words stay. */
export const LOSES: PageDestination['loses'] = { person: 'simplified', time: 'simplified', event: 'simplified', footnote: 'simplified' }

/** A document → an issue: its title as the summary, its text as the description in the Atlassian Document Format. Throws `jira/too-long`. */
export function renderIssue(document: Document, options: PageOptions): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence === true })
  const writing = writingFor(tree, options)
  const content = [...blocksAdf(tree.children, 'page', writing), ...notesAdf(tree, writing), ...footerAdf(options, writing)]
  const fitting = shortened(content, writing, options)
  const { title, problems } = summaryOf(document.title)
  return {
    title,
    text: docText(fitting.content),
    files: [...writing.files.values()],
    labels: labelsFor(options.incident),
    losses: [...[...writing.losses].flatMap(([construct, loss]) => lossOf(construct, loss)), ...fitting.losses],
    problems: [...problems, ...[...writing.losses].flatMap(([construct, { count }]) => problemOf(construct, count))],
  }
}

/** The longest summary, in characters. */
export const LONGEST_SUMMARY = 255

function summaryOf(text: string): { title: string; problems: Problem[] } {
  const title = text.toWellFormed().replace(/\s+/g, ' ').trim() || 'Post-mortem'
  if (title.length <= LONGEST_SUMMARY) return { title, problems: [] }
  const message = `The title has ${title.length} characters; the summary of an issue holds ${LONGEST_SUMMARY}, so its end is left out there.`
  return {
    title: `${title.slice(0, LONGEST_SUMMARY - 1).trimEnd()}\u2026`.toWellFormed(),
    problems: [{ code: 'jira/long-title', message, hint: 'Shorten the title.', weight: 'warning' }],
  }
}

function notesAdf(tree: Root, writing: Writing): AdfNode[] {
  const items = tree.children.flatMap((node): AdfNode[] => {
    if (node.type !== 'footnoteDefinition') return []
    const content = blocksAdf(node.children, 'item', writing)
    return [{ type: 'listItem', content: content[0]?.type === 'paragraph' || content[0]?.type === 'codeBlock' ? content : [paragraph([]), ...content] }]
  })
  return items.length === 0 ? [] : [paragraph([words('Footnotes', [{ type: 'strong' }])]), { type: 'orderedList', content: items }]
}

function footerAdf({ footer, audience }: PageOptions, writing: Writing): AdfNode[] {
  const copy = audience === undefined ? [] : [paragraph([words(`Copy for: ${audience}`, [{ type: 'strong' }])])]
  return footer === null ? copy : [...copy, paragraph(inlineAdf(footerInline(footer), writing, [{ type: 'em' }]))]
}

function lossOf(construct: Construct, { what, count }: { readonly what: Loss['what']; readonly count: number }): Loss[] {
  const sentence = SENTENCES[construct]
  return sentence === undefined ? [] : [{ construct, what, count, message: sentence(count) }]
}

/** What an issue has, but not inside everything: a table in a list, a heading in a quotation. */
function problemOf(construct: Construct, count: number): Problem[] {
  if (SENTENCES[construct] !== undefined) return []
  const [name, more] = NAMES[construct] ?? [construct, construct]
  const message = `${many(count, `${name} stands where an issue cannot have one`, `${more} stand where an issue cannot have one`)}; the words stay.`
  return [{ code: `jira/${construct}`, message, hint: 'Put it at the top level of the section.', weight: 'warning' }]
}

const NAMES: Partial<Record<Construct, readonly [string, string]>> = {
  heading: ['heading', 'headings'],
  blockquote: ['quotation', 'quotations'],
  callout: ['callout', 'callouts'],
  evidence: ['block of evidence', 'blocks of evidence'],
  table: ['table', 'tables'],
  list: ['list', 'lists'],
  'ordered-list': ['numbered list', 'numbered lists'],
  'task-list': ['task', 'tasks'],
  'code-block': ['block of code', 'blocks of code'],
  'thematic-break': ['line across the page', 'lines across the page'],
  strong: ['piece of bold code', 'pieces of bold code'],
  emphasis: ['piece of emphasised code', 'pieces of emphasised code'],
  strikethrough: ['piece of struck code', 'pieces of struck code'],
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  person: (count) => `${many(count, 'mention of a person is a plain name', 'mentions of people are plain names')}, because Jira does not know them.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain text, in the zone of the document.`,
  event: (count) => `${many(count, 'timeline event is', 'timeline events are')} plain text, linked to the record where it has an address.`,
  footnote: (count) => `${many(count, 'footnote is a number', 'footnotes are numbers')} with the note at the end.`,
  image: (count) =>
    `${many(count, 'image is', 'images are')} named in the text, and attached to the issue where the file came with the document: only what stands in a paragraph of its own is shown.`,
}
