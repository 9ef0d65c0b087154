import { BlamefreeError, exportedTree, footerInline, IMAGE_ENDINGS, imageFileName, lossesOf, safeUrl } from '@blamefree/core'
import type { Asset, Construct, Document, PageBody, PageDestination, PageFile, PageOptions } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { blockLines, type BlockWriting } from './block-lines.ts'
import { UPLOAD } from './images.ts'

/** What Notion has no blocks for. The words stay. */
export const LOSES: PageDestination['loses'] = {
  person: 'simplified',
  time: 'simplified',
  event: 'simplified',
  'table-alignment': 'simplified',
  footnote: 'simplified',
}

/** The most characters of a title, and the largest file: what Notion takes in one part on every plan. */
export const LONGEST_TITLE = 2000
export const LARGEST_FILE = 5 * 1024 * 1024

/** A document as a page of Notion: its title apart, the text in Notion-flavoured Markdown. */
export function renderPage(document: Document, options: PageOptions): PageBody {
  const tree = exportedTree(document.tree, { evidence: options.evidence ?? false })
  const files = new Map<string, PageFile>()
  const writing = writingFor(tree, options, files)
  const lines = blockLines(tree.children, writing)
  if (options.footer !== null) lines.push(...blockLines([{ type: 'paragraph', children: footerInline(options.footer) }], writing))
  const title = document.title.toWellFormed().replace(/\s+/g, ' ').trim()
  if (title.length > LONGEST_TITLE)
    throw new BlamefreeError('notion/too-long', `Cannot publish to Notion: the title has more than ${LONGEST_TITLE} characters.`, 'Shorten the title.')
  const { people, images } = countLost(tree, writing)
  const losses = lossesOf(tree, LOSES, SENTENCES).filter(({ construct }) => construct !== 'person' || people > 0)
  return {
    title,
    text: lines.join('\n'),
    files: [...files.values()],
    labels: [],
    losses: [
      ...losses,
      ...(images === 0
        ? []
        : [
            {
              construct: 'image' as const,
              what: 'simplified' as const,
              count: images,
              message: `${many(images, 'image is its description', 'images are their descriptions')}: no file came for it, or it stands in a table or a title.`,
            },
          ]),
    ],
    problems: [],
  }
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  person: (count) => `${many(count, 'mention of a person is a plain name', 'mentions of people are plain names')} where we do not know the person at Notion.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain text, in the zone of the document.`,
  event: (count) => `${many(count, 'timeline event is', 'timeline events are')} plain text, linked to the record where it has an address.`,
  'table-alignment': (count) => `${many(count, 'table has', 'tables have')} columns that are not aligned: Notion cannot.`,
  footnote: (count) => `${many(count, 'footnote is a number', 'footnotes are numbers')} in brackets, with the note at the end.`,
}

function writingFor(tree: Root, options: PageOptions, files: Map<string, PageFile>): BlockWriting {
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const addresses = (options.incident?.events ?? []).flatMap(({ id, origin }) => {
    const url = origin.url === null ? null : safeUrl(origin.url)
    return url === null ? [] : [[id, url] as const]
  })
  return {
    mentions: options.mentions ?? {},
    events: new Map(addresses),
    notes: new Map(notes.map(({ identifier }, index) => [identifier, index + 1])),
    image: (url) => {
      const asset = options.assets !== undefined && Object.hasOwn(options.assets, url) ? options.assets[url] : undefined
      if (asset === undefined) return /^https?:/i.test(url) ? safeUrl(url) : null
      const file = files.get(url) ?? fileOf(url, asset)
      files.set(url, file)
      return `${UPLOAD}${file.name}`
    },
  }
}

/** A file under a name that says what is in it, so that it is known again when Notion has given it an address. */
function fileOf(address: string, { mediaType, bytes }: Asset): PageFile {
  const ending = mediaType === 'image/avif' ? undefined : IMAGE_ENDINGS[mediaType]
  if (ending === undefined || bytes.byteLength > LARGEST_FILE)
    throw new BlamefreeError(
      'notion/image',
      `Cannot publish to Notion: the image ${address} ${ending === undefined ? `is of a kind that Notion does not take (${mediaType})` : 'is larger than 5 MB'}.`,
      'Use a smaller PNG, JPEG, GIF, WebP or SVG.',
    )
  return { name: imageFileName(address, { mediaType, bytes }), mediaType, bytes }
}

/** How many mentions are of people whom we do not know there, and how many images cannot be blocks of their own: inside of other inline content, of titles and tables, or without a file. */
function countLost(tree: Root, writing: BlockWriting): { readonly people: number; readonly images: number } {
  let [people, images] = [0, 0]
  const visit = (node: Nodes, parent: Nodes): void => {
    if (node.type === 'textDirective' && node.name === 'person' && !Object.hasOwn(writing.mentions, node.attributes?.['id'] ?? '')) people++
    if (node.type === 'image' && (parent.type !== 'paragraph' || writing.image(node.url) === null)) images++
    if ('children' in node) for (const child of node.children) visit(child, node)
  }
  visit(tree, tree)
  return { people, images }
}
