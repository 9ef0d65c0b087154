import { BlamefreeError, footerInline } from '@blamefree/core'
import type { Asset, Construct, Document, Loss, PageBody, PageDestination, PageOptions, Problem, WordPages } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { ONLY_WORD } from '../reading/inline-in.ts'
import { readDocx } from '../reading/read-docx.ts'
import { DOCX_MEDIA_TYPE, docxParts } from '../render.ts'
import { zipParts } from '../zip.ts'
import { MARKER_PROPERTY, withMarker } from './marker-part.ts'
import { canonicalText, joinText, splitText } from './split-text.ts'
import { textOf, treeOf } from './word-text.ts'
import { settled, wordTree } from './word-tree.ts'

const LOSES: PageDestination['loses'] = { person: 'simplified', time: 'simplified', event: 'simplified' }

/** Pages that are Word files of our own look, read back with our own reader. */
export const wordPages: WordPages = {
  mediaType: DOCX_MEDIA_TYPE,
  loses: LOSES,
  render: renderWordPage,
  split: splitText,
  join: joinText,
  canonical: canonicalText,
  readBack(text) {
    const { tree, problems } = treeOf(text)
    const message = 'The file has a drawing or an object that a post-mortem cannot hold; a line stands for it.'
    const foreign: Problem[] = text.includes(ESCAPED) ? [{ code: 'docx/no-counterpart', message, weight: 'warning' }] : []
    return { tree, problems: [...problems, ...foreign] }
  },
  needsBefore: (body) => namedImages(treeOf(body.text).tree).some((name) => !body.files.some((file) => file.name === name)),
  write: writeWordPage,
  read(bytes) {
    const { title, tree, properties } = readDocx(bytes)
    return { title, text: textOf(tree), marker: properties.get(MARKER_PROPERTY) ?? null }
  },
}

function renderWordPage(document: Document, options: PageOptions): PageBody {
  const { tree, images, losses, rough } = wordTree(document, options)
  const footer =
    options.footer === null
      ? []
      : settled({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'emphasis', children: footerInline(options.footer) }] }] }).children
  const children = [...tree.children, ...footer]
  return {
    title: document.title.toWellFormed().replace(/\s+/g, ' ').trim() || 'Post-mortem',
    text: textOf(rough ? settled({ type: 'root', children }) : { type: 'root', children }),
    files: [...images].map(([name, asset]) => ({ name, ...asset })),
    labels: [],
    extra: { language: document.language, zone: document.zone, ...(options.audience === undefined ? {} : { audience: options.audience }) },
    losses: [...losses].flatMap(([construct, count]) => (PROBLEMS[construct] === undefined ? [lossOf(construct, count)] : [])),
    problems: [...losses].flatMap(([construct, count]) => problemOf(construct, count)),
  }
}

const ESCAPED = ONLY_WORD.slice(1, -1)

function writeWordPage(body: PageBody, marker: string, before: Uint8Array | null): Uint8Array {
  if (body.text.includes(ESCAPED))
    throw new BlamefreeError(
      'docx/not-ours',
      'Cannot update the Word file: somebody put a drawing or an object into it, which would be lost.',
      'Take it out of the file or make it a picture, or choose our text for the section that it stands in.',
    )
  const theirs = before === null ? new Map<string, Uint8Array>() : readDocx(before).images
  const assets: [string, Asset][] = [...theirs].map(([name, bytes]) => [name, { mediaType: `image/${name.split('.').at(-1) ?? 'png'}`, bytes }])
  for (const { name, mediaType, bytes } of body.files) assets.push([name, { mediaType, bytes }])
  const { language = 'en', zone = 'UTC', audience } = body.extra ?? {}
  const document: Document = { schemaVersion: 1, title: body.title, template: null, zone, language, tree: treeOf(body.text).tree }
  const { parts } = docxParts(document, { assets: Object.fromEntries(assets), evidence: true, ...(audience === undefined ? {} : { audience }) })
  return zipParts(withMarker(parts, marker))
}

function namedImages(tree: Root): string[] {
  const names: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'image') names.push(node.url)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return names
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)
const SENTENCES: Partial<Record<Construct, (count: number) => string>> = {
  person: (count) => `${many(count, 'mention of a person is a plain name', 'mentions of people are plain names')}.`,
  time: (count) => `${many(count, 'time is', 'times are')} plain text, in the zone of the document.`,
  event: (count) => `${many(count, 'timeline event is', 'timeline events are')} plain text, linked to the record where it has an address.`,
  image: (count) => `${many(count, 'image is', 'images are')} shown as words: no PNG, JPEG or GIF came with the document.`,
}

/** What a file has, but not everywhere. */
const PROBLEMS: Partial<Record<Construct, (count: number) => string>> = {
  'code-block': (count) => `${many(count, 'block of code does', 'blocks of code do')} not say the language there.`,
  blockquote: (count) => `${many(count, 'quotation stands', 'quotations stand')} in a box without a line beside it.`,
}

function lossOf(construct: Construct, count: number): Loss {
  return { construct, what: 'simplified', count, message: SENTENCES[construct]?.(count) ?? `${count} \u00d7 ${construct}: simplified.` }
}

function problemOf(construct: Construct, count: number): Problem[] {
  const message = PROBLEMS[construct]?.(count)
  return message === undefined ? [] : [{ code: `docx/${construct}`, message, weight: 'info' }]
}
