import { plainText } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import type { PageInline } from './page.ts'
import type { PageImages } from './page-images.ts'

/** What inline content needs to know of the page around it. */
export interface InlineSetting {
  readonly images: PageImages
  /** Footnotes that have words. */
  readonly known: ReadonlySet<string>
  /** Footnotes whose words are already placed. */
  readonly placed: Set<string>
}

/** Inline nodes → inline content of a page. */
export function pageInline(nodes: readonly PhrasingContent[], setting: InlineSetting): PageInline[] {
  const result: PageInline[] = []
  for (const node of nodes) push(node, setting, result)
  return result
}

/** Runs of this many characters without a place to break are cut in pieces: about a third of a line, half of a narrow column. */
const LONGEST = 28
const LONG_TOKEN = new RegExp(`[^\\s\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]{${LONGEST + 1},}`, 'gu')
/** Made when it is needed: that takes 12 ms. */
let characters: Intl.Segmenter | null = null

function push(node: PhrasingContent, setting: InlineSetting, result: PageInline[]): void {
  switch (node.type) {
    case 'text':
      pushWords(node.value, false, result)
      return
    case 'inlineCode':
      pushWords(node.value, true, result)
      return
    case 'break':
      result.push({ type: 'break' })
      return
    case 'strong':
    case 'emphasis':
    case 'delete':
      result.push({ type: node.type, children: pageInline(node.children, setting) })
      return
    case 'link':
      result.push({ type: 'link', url: node.url, children: plainText(node) === '' ? [node.url] : pageInline(node.children, setting) })
      return
    case 'image':
      pushImage(node, setting, result)
      return
    case 'footnoteReference':
      if (!setting.known.has(node.identifier)) return
      result.push({ type: 'note', id: node.identifier, first: !setting.placed.has(node.identifier) })
      setting.placed.add(node.identifier)
      return
    case 'textDirective':
      result.push({ type: 'span', children: pageInline(node.children, setting) })
      return
    default:
      pushWords(plainText(node), false, result)
  }
}

function pushImage(node: { url: string; alt?: string | null | undefined }, { images }: InlineSetting, result: PageInline[]): void {
  const image = images.place(node.url)
  const alt = altOf(node)
  if (image !== null) {
    result.push({ type: 'image', image, alt })
    return
  }
  images.miss()
  if (/^https?:/i.test(node.url)) result.push({ type: 'link', url: node.url, children: [`[${alt}]`] })
  else result.push({ type: 'emphasis', children: [`[${alt}]`] })
}

/** An image's description; its file's name where its author gave none, because PDF/UA asks for one. */
export function altOf({ url, alt }: { readonly url: string; readonly alt?: string | null | undefined }): string {
  if (alt !== undefined && alt !== null && alt.trim() !== '') return alt
  return /([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1] ?? 'Image'
}

function pushWords(value: string, code: boolean, result: PageInline[]): void {
  if (code) {
    result.push(value.search(LONG_TOKEN) === -1 ? { type: 'code', value } : { type: 'code', value, long: true })
    return
  }
  let from = 0
  for (const match of value.matchAll(LONG_TOKEN)) {
    if (match.index > from) result.push(value.slice(from, match.index))
    result.push({ type: 'long', parts: piecesOf(match[0]) })
    from = match.index + match[0].length
  }
  if (from < value.length) result.push(value.slice(from))
}

/** After punctuation where there is some, and at most six characters long. */
function piecesOf(token: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let length = 0
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { segment } of characters.segment(token)) {
    piece += segment
    length += 1
    if (length >= 6 || /[/\-_.,:;=&?]$/.test(segment)) {
      pieces.push(piece)
      piece = ''
      length = 0
    }
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}
