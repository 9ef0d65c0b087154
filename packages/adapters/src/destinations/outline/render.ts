import { BlamefreeError, exportedTree, footerInline, isLabel, lossesOf, normalise, printMarkdown, shortHash } from '@blamefree/core'
import type { Asset, Document, PageBody, PageDestination, PageFile, PageOptions, Problem, RenderOptions } from '@blamefree/core'
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { OUTLINE_KINDS } from './callouts.ts'

/** How directives become plain Markdown, callouts at the top excepted: another destination's heart, which the registry gives. */
export type Lower = (tree: Root, options: RenderOptions) => Root

/** What Outline's Markdown has no words for. Their text stays. */
export const LOSES: PageDestination['loses'] = { person: 'simplified', time: 'simplified', event: 'simplified', evidence: 'simplified', footnote: 'simplified' }

/** The most characters of a text and of a title that Outline takes. */
export const LONGEST_TEXT = 1_536_000
export const LONGEST_TITLE = 100

/** A document as a page of Outline: its title apart, the text in Outline's Markdown. */
export function renderPage(document: Document, options: PageOptions, lower: Lower): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence ?? false })
  const files = new Map<string, PageFile>()
  const marks: string[] = []
  const prepared = prepare(tree, { options, files, marks, notes: notesOf(tree) })
  const lowered = lower(prepared, options.incident === undefined ? {} : { incident: options.incident })
  const title = document.title.toWellFormed().replace(/\s+/g, ' ').trim()
  const short = title.length > LONGEST_TITLE
  const footer: Paragraph[] = options.footer === null ? [] : [{ type: 'paragraph', children: [{ type: 'emphasis', children: footerInline(options.footer) }] }]
  const whole: Paragraph[] = short ? [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }] : []
  const text = withMentions(printPage([...whole, ...lowered.children, ...footer]), marks)
  mustFit(text.length)
  const problems: Problem[] = short
    ? [
        {
          code: 'outline/title',
          message: `Outline has no titles of more than ${LONGEST_TITLE} characters: this one is shortened, and stands whole in the first line.`,
          weight: 'info',
        },
      ]
    : []
  const losses = lossesOf(tree, LOSES, SENTENCES).filter(({ construct, count }) => construct !== 'person' || count > marks.length)
  return { title: short ? `${title.slice(0, LONGEST_TITLE - 1).toWellFormed()}…` : title, text, files: [...files.values()], labels: [], losses, problems }
}

/** Throws where a text has more characters than Outline takes. */
export function mustFit(length: number): void {
  if (length > LONGEST_TEXT)
    throw new BlamefreeError(
      'outline/too-long',
      `Cannot publish to Outline: the page has more than ${LONGEST_TEXT} characters.`,
      'Leave detail out of the timeline.',
    )
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const SENTENCES: Parameters<typeof lossesOf>[2] = {
  person: (count) => `${many(count, 'mention of a person is a plain name', 'mentions of people are plain names')} where we do not know the person at Outline.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain text, in the zone of the document.`,
  event: (count) => `${many(count, 'timeline event is', 'timeline events are')} plain text, linked to the record where it has an address.`,
  evidence: (count) => `${many(count, 'block of evidence is a quote', 'blocks of evidence are quotes')}.`,
  footnote: (count) => `${many(count, 'footnote is a number', 'footnotes are numbers')} in brackets, with the note at the end.`,
}

interface Preparing {
  readonly options: PageOptions
  readonly files: Map<string, PageFile>
  readonly marks: string[]
  readonly notes: ReadonlyMap<string, number>
}

const notesOf = (tree: Root): ReadonlyMap<string, number> =>
  new Map(tree.children.filter((node) => node.type === 'footnoteDefinition').map(({ identifier }, index) => [identifier, index + 1]))

/** The tree with footnotes as numbers, images named by the files that travel along, and people as places for their mentions. */
function prepare(tree: Root, preparing: Preparing): Root {
  const number = (identifier: string): PhrasingContent => ({ type: 'text', value: `[${preparing.notes.get(identifier) ?? '?'}]` })
  const copy = (node: Nodes): readonly Nodes[] => {
    if (node.type === 'footnoteReference') return [number(node.identifier)]
    if (node.type === 'image') return [{ ...node, url: imageAddress(node.url, preparing), title: null }]
    if (node.type === 'textDirective' && node.name === 'person') return [mention(node, preparing)]
    if (!('children' in node)) return [node]
    const children = copies(node.children)
    if (node.type !== 'footnoteDefinition') return [children === node.children ? node : ({ ...node, children } as Nodes)]
    const [first, ...rest] = children
    return first?.type === 'paragraph'
      ? [{ ...first, children: [number(node.identifier), { type: 'text', value: ' ' }, ...first.children] }, ...rest]
      : children
  }
  /** The list itself where nothing in it is ours to change, as in most. */
  const copies = (nodes: readonly Nodes[]): readonly Nodes[] => {
    let made: Nodes[] | null = null
    for (const [index, node] of nodes.entries()) {
      const copied = copy(node)
      if (made === null && (copied.length !== 1 || copied[0] !== node)) made = nodes.slice(0, index)
      made?.push(...copied)
    }
    return made ?? nodes
  }
  const children = copies(tree.children)
  return children === tree.children ? tree : normalise({ type: 'root', children: children as RootContent[] })
}

/** A character that nobody types stands around the number of a mention until the text is printed: no Markdown of ours has an address of theirs. */
const PLACE = '\uE0F0'

function mention(node: Extract<Nodes, { type: 'textDirective' }>, { options, marks }: Preparing): Nodes {
  const id = node.attributes?.['id'] ?? ''
  const user = options.mentions !== undefined && Object.hasOwn(options.mentions, id) ? options.mentions[id] : undefined
  if (user === undefined || !/^[\w-]+$/.test(user)) return node
  const [only] = node.children
  const name = (only?.type === 'text' ? only.value : '').replace(/[[\]\\()]/g, '')
  const number = marks.push(`@[${name}](mention://${uuidOf(`${marks.length} ${user}`)}/user/${user})`) - 1
  return { type: 'text', value: `${PLACE}${number}${PLACE}` }
}

const withMentions = (text: string, marks: readonly string[]): string =>
  text.replace(/\uE0F0(\d+)\uE0F0/g, (_whole, number: string) => marks[Number(number)] ?? '')

function uuidOf(text: string): string {
  const digits = shortHash(text) + shortHash(`mention ${text}`)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

function imageAddress(address: string, { options, files }: Preparing): string {
  const asset = options.assets !== undefined && Object.hasOwn(options.assets, address) ? options.assets[address] : undefined
  if (asset === undefined) return address
  const file = files.get(address) ?? fileOf(address, asset)
  files.set(address, file)
  return file.name
}

/** A file under a name that says what is in it, so that a changed image is a changed text. */
function fileOf(address: string, { mediaType, bytes }: Asset): PageFile {
  const last = (address.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const ending = mediaType.split('/')[1]?.replace(/\+.*$/, '').replace('jpeg', 'jpg') ?? 'bin'
  return { name: `${stem === '' ? 'image' : stem}-${shortHash(new TextDecoder('latin1').decode(bytes)).slice(0, 10)}.${ending}`, mediaType, bytes }
}

/** Callouts at the top are Outline's notices; the rest is the house's own printing. */
function printPage(nodes: readonly RootContent[]): string {
  const parts: string[] = []
  let between: RootContent[] = []
  const settle = (): void => {
    if (between.length > 0) parts.push(printMarkdown({ type: 'root', children: between }).trimEnd())
    between = []
  }
  for (const node of nodes) {
    if (node.type !== 'containerDirective') between.push(node)
    else if (node.children.length > 0) {
      settle()
      parts.push(notice(node))
    }
  }
  settle()
  return parts.join('\n\n')
}

function notice(node: Extract<RootContent, { type: 'containerDirective' }>): string {
  const [first, ...rest] = node.children
  const titled: RootContent[] =
    first?.type === 'paragraph' && isLabel(first) ? [{ type: 'paragraph', children: [{ type: 'strong', children: first.children }] }, ...rest] : node.children
  return `:::${OUTLINE_KINDS[node.attributes?.['kind'] ?? ''] ?? 'info'}\n${printMarkdown({ type: 'root', children: titled }).trimEnd()}\n:::`
}
