import { plainText, safeUrl, shortHash } from '@blamefree/core'
import type { PageFile } from '@blamefree/core'
import type { Image, PhrasingContent } from 'mdast'
import { words, type AdfMark, type AdfNode } from './adf.ts'
import { pictureWords } from './picture.ts'
import { lose, type Writing } from './writing.ts'

type Directive = Extract<PhrasingContent, { type: 'textDirective' }>
const MARKS = { strong: 'strong', emphasis: 'em', delete: 'strike' } as const
const LOST = { strong: 'strong', em: 'emphasis', strike: 'strikethrough' } as const

/** Inline content → ADF: text with marks, breaks, mentions and days. */
export function inlineAdf(nodes: readonly PhrasingContent[], writing: Writing, marks: readonly AdfMark[] = []): AdfNode[] {
  return nodes.flatMap((node) => nodeAdf(node, writing, marks))
}

function nodeAdf(node: PhrasingContent, writing: Writing, marks: readonly AdfMark[]): AdfNode[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [words(node.value, marks)]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlineAdf(node.children, writing, withMark(marks, { type: MARKS[node.type] }))
    case 'inlineCode':
      return node.value === '' ? [] : [words(node.value, [...onlyLink(marks, writing), { type: 'code' }])]
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      return linkAdf(node.url, node.title ?? null, node.children, { writing, marks })
    case 'image':
      return imageAdf(node, writing, marks)
    case 'footnoteReference': {
      const number = writing.notes.get(node.identifier)
      if (number === undefined) return []
      lose(writing, 'footnote')
      return [words(`[${number}]`, withMark(marks, { type: 'subsup', attrs: { type: 'sup' } }))]
    }
    case 'textDirective':
      return directiveAdf(node, writing, marks)
    default:
      return []
  }
}

function withMark(marks: readonly AdfMark[], mark: AdfMark): readonly AdfMark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** Code has no other mark than a link. */
function onlyLink(marks: readonly AdfMark[], writing: Writing): AdfMark[] {
  for (const { type } of marks) if (Object.hasOwn(LOST, type)) lose(writing, LOST[type as keyof typeof LOST])
  return marks.filter(({ type }) => type === 'link')
}

function linkAdf(
  url: string,
  title: string | null,
  children: readonly PhrasingContent[],
  { writing, marks }: { readonly writing: Writing; readonly marks: readonly AdfMark[] },
): AdfNode[] {
  const linked = withMark(marks, { type: 'link', attrs: { href: url, ...(title === null || title === '' ? {} : { title }) } })
  const inner = inlineAdf(children, writing, linked)
  return inner.length === 0 ? [words(url, linked)] : inner
}

function directiveAdf(node: Directive, writing: Writing, marks: readonly AdfMark[]): AdfNode[] {
  const id = node.attributes?.['id'] ?? ''
  if (node.name === 'person') {
    const account = Object.hasOwn(writing.mentions, id) ? writing.mentions[id] : undefined
    if (account !== undefined && !marks.some(({ type }) => type === 'link')) {
      onlyLink(marks, writing)
      return [{ type: 'mention', attrs: { id: account, text: `@${plainText(node)}` } }]
    }
  }
  if (node.name === 'time') {
    const label = plainText(node)
    const day = /^\d{4}-\d\d-\d\d$/.test(label) ? Date.parse(`${label}T00:00:00Z`) : Number.NaN
    if (!Number.isNaN(day) && marks.length === 0) return [{ type: 'date', attrs: { timestamp: String(day) } }]
  }
  if (node.name === 'person' || node.name === 'time' || node.name === 'event') lose(writing, node.name)
  const url = node.name === 'event' ? writing.records.get(id) : undefined
  return url === undefined || node.children.length === 0 ? inlineAdf(node.children, writing, marks) : linkAdf(url, null, node.children, { writing, marks })
}

/** An image among words is attached to the issue and named there: only what stands by itself can be shown. */
function imageAdf(node: Image, writing: Writing, marks: readonly AdfMark[]): AdfNode[] {
  lose(writing, 'image')
  const file = pictureFile(node, writing)
  if (file !== null) return [words(pictureWords(file.name, altOf(node)), marks)]
  const alt = (node.alt ?? '').trim()
  const url = safeUrl(node.url)
  return url === null ? [words(alt || node.url || 'Image', marks)] : linkAdf(url, null, [{ type: 'text', value: alt }], { writing, marks })
}

/** The file of an image, which then travels along; null where it has not come with the document. */
export function pictureFile(node: Image, writing: Writing): PageFile | null {
  const asset = Object.hasOwn(writing.assets, node.url) ? writing.assets[node.url] : undefined
  if (asset === undefined) return null
  const name = fileName(node.url, asset.bytes)
  const file = { name, ...asset }
  writing.files.set(name, file)
  return file
}

/** What an image says to those who cannot see it. */
export const altOf = ({ alt }: Image): string => (alt ?? '').trim() || 'Image'

/** The image's own name with a sum of its bytes, so that what is attached already is recognised by its name. */
function fileName(address: string, bytes: Uint8Array): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  const safe = last.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(-80)
  const dot = safe.lastIndexOf('.')
  const sum = shortHash(new TextDecoder('latin1').decode(bytes)).slice(0, 8)
  return dot <= 0 ? `${safe || 'image'}-${sum}` : `${safe.slice(0, dot)}-${sum}${safe.slice(dot)}`
}
