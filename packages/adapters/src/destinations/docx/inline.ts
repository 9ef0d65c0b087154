import { plainText } from '@blamefree/core'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { picture } from './picture.ts'
import { direction, eastAsianLanguage, isRightToLeft, stretches, type Script } from './scripts.ts'
import { MONO } from './styles.ts'
import { lose, type Place, type Writing } from './writing.ts'
import { xmlAttribute, xmlText } from './xml.ts'

/** How a run looks. A run has one character style; what else it needs is set on itself. */
export interface Look {
  readonly style?: 'hyperlink' | 'inlineCode' | 'label' | 'elapsed'
  readonly code?: boolean
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly delete?: boolean
}

/** Inline content as runs, hyperlinks and references. */
export function inlineRuns(nodes: readonly PhrasingContent[], place: Place, look: Look = {}): string {
  let xml = ''
  let plain = ''
  for (const node of nodes) {
    const words = plainWords(node)
    if (words === null) {
      xml += textRuns(plain, look, place.writing) + inlineRun(node, place, look)
      plain = ''
    } else plain += words
  }
  return xml + textRuns(plain, look, place.writing)
}

/** The words of a node that looks as what is around it does, so that it shares a run with its neighbours; null for any other. */
function plainWords(node: PhrasingContent): string | null {
  if (node.type === 'text') return node.value
  if (node.type !== 'textDirective' || node.name === 'time' || node.children.length > 1) return null
  const [only] = node.children
  return only === undefined ? '' : only.type === 'text' ? only.value : null
}

/** One text in the runs it needs: a run for each script, since direction and fonts are a run's. `base` is the paragraph's direction. */
export function textRuns(text: string, look: Look, writing: Writing, base: 'ltr' | 'rtl' = writing.base): string {
  if (text === '') return ''
  let xml = ''
  for (const { text: words, script } of stretches(text, base)) {
    const properties = runProperties(look, script, writing)
    xml += `<w:r>${properties}${runContent(words)}</w:r>`
  }
  return xml
}

/** The direction of a paragraph: that of its first letter. */
export function directionOf(nodes: readonly PhrasingContent[], writing: Writing): 'ltr' | 'rtl' {
  return firstDirection(nodes) ?? writing.base
}

function firstDirection(nodes: readonly Nodes[]): 'ltr' | 'rtl' | null {
  for (const node of nodes) {
    const found = node.type === 'text' ? direction(node.value) : 'children' in node ? firstDirection(node.children) : direction(plainText(node))
    if (found !== null) return found
  }
  return null
}

function inlineRun(node: PhrasingContent, place: Place, look: Look): string {
  const { writing } = place
  switch (node.type) {
    case 'text':
      return textRuns(node.value, look, writing)
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlineRuns(node.children, place, { ...look, [node.type]: true })
    case 'inlineCode':
      return textRuns(node.value, look.style === 'hyperlink' ? { ...look, code: true } : { ...look, style: 'inlineCode' }, writing)
    case 'break':
      return '<w:r><w:br/></w:r>'
    case 'link':
      return hyperlink(node, place, look)
    case 'image':
      return picture(node, place) ?? missingImage(node, place, look)
    case 'footnoteReference':
      return footnoteReference(node.identifier, place)
    case 'textDirective':
      return node.name === 'time' ? timeRuns(node.children, place, look) : inlineRuns(node.children, place, look)
    default:
      return 'value' in node ? textRuns(node.value, look, writing) : 'children' in node ? inlineRuns(node.children, place, look) : ''
  }
}

/** A moment; the time since the start, in brackets after it, is quieter. */
function timeRuns(children: readonly PhrasingContent[], place: Place, look: Look): string {
  const [only] = children
  const match = children.length === 1 && only?.type === 'text' && look.style === undefined ? /^(.*\d)( \([+-][^)]*\))$/.exec(only.value) : null
  if (match === null) return inlineRuns(children, place, look)
  return textRuns(match[1] ?? '', look, place.writing) + textRuns(match[2] ?? '', { ...look, style: 'elapsed' }, place.writing)
}

function hyperlink(node: Extract<PhrasingContent, { type: 'link' }>, place: Place, look: Look): string {
  const words = node.children.length === 0 ? [{ type: 'text' as const, value: node.url }] : node.children
  // Word refuses to open a file with an address that it cannot parse.
  if (!URL.canParse(node.url)) {
    lose(place.writing, 'link', (count) => `${count === 1 ? 'A link has an address' : `${count} links have addresses`} that Word cannot open; the words stay.`)
    return inlineRuns(words, place, look)
  }
  const title = node.title === null || node.title === undefined ? '' : ` w:tooltip="${xmlAttribute(node.title.slice(0, 250).toWellFormed())}"`
  return `<w:hyperlink r:id="${place.relations.idOf('hyperlink', node.url)}"${title} w:history="1">${inlineRuns(words, place, { ...look, style: 'hyperlink' })}</w:hyperlink>`
}

/** The words that stand for an image, with its address behind them where a reader can follow it. */
function missingImage(node: Extract<PhrasingContent, { type: 'image' }>, place: Place, look: Look): string {
  lose(place.writing, 'image', (count) =>
    count === 1
      ? 'An image is shown as its description: no PNG, JPEG or GIF for it came with the document.'
      : `${count} images are shown as their descriptions: no PNG, JPEG or GIF for them came with the document.`,
  )
  const words = `[Image: ${(node.alt ?? '') === '' ? node.url : node.alt}]`
  if (look.style === 'hyperlink' || !/^https?:/i.test(node.url)) return textRuns(words, { ...look, emphasis: true }, place.writing)
  return hyperlink({ type: 'link', url: node.url, title: node.title ?? null, children: [{ type: 'text', value: words }] }, place, look)
}

function footnoteReference(identifier: string, place: Place): string {
  const { writing, inFootnote } = place
  const { ids, definitions, firstId } = writing.notes
  const style = `<w:rPr><w:rStyle w:val="${xmlAttribute(writing.styles.footnoteReference)}"/></w:rPr>`
  if (inFootnote || !definitions.has(identifier)) {
    if (inFootnote)
      lose(writing, 'footnote', (count) => `${count === 1 ? 'A footnote' : `${count} footnotes`} of a footnote became plain words: Word has none.`)
    return `<w:r>${style}<w:t xml:space="preserve">[${xmlText(identifier)}]</w:t></w:r>`
  }
  const known = ids.get(identifier)
  const bookmark = `_RefPm${known ?? firstId + ids.size}`
  if (known !== undefined) {
    const number = known - firstId + 1
    return `<w:fldSimple w:instr=" NOTEREF ${bookmark} \\h "><w:r>${style}<w:t>${number}</w:t></w:r></w:fldSimple>`
  }
  const id = firstId + ids.size
  ids.set(identifier, id)
  // The bookmark is what a second reference to the same note refers to.
  const mark = 100_000 + id
  return `<w:bookmarkStart w:id="${mark}" w:name="${bookmark}"/><w:r>${style}<w:footnoteReference w:id="${id}"/></w:r><w:bookmarkEnd w:id="${mark}"/>`
}

function runProperties(look: Look, script: Script, writing: Writing): string {
  const { strong, emphasis, style, code } = look
  if (script === 'latin' && style === undefined && strong !== true && emphasis !== true && look.delete !== true) return ''
  let xml = style === undefined ? '<w:rPr>' : `<w:rPr><w:rStyle w:val="${xmlAttribute(writing.styles[style])}"/>`
  if (script === 'emoji') xml += EMOJI_FONT
  else if (script === 'east-asian') xml += '<w:rFonts w:hint="eastAsia"/>'
  else if (code === true) xml += MONO
  if (strong === true) xml += '<w:b/><w:bCs/>'
  if (emphasis === true) xml += '<w:i/><w:iCs/>'
  if (look.delete === true) xml += '<w:strike/>'
  if (script !== 'latin') xml += scriptProperties(script, writing)
  return `${xml}</w:rPr>`
}

function scriptProperties(script: Script, writing: Writing): string {
  if (script === 'east-asian') return `<w:lang w:eastAsia="${writing.eastAsia}"/>`
  return isRightToLeft(script) ? `<w:rtl/><w:lang w:bidi="${script === 'arabic' ? 'ar-SA' : 'he-IL'}"/>` : ''
}

function runContent(text: string): string {
  if (!/[\t\r\n]/.test(text)) return wordsElement(text)
  const clean = text.replace(/[\r\n]+/g, ' ')
  return clean
    .split('\t')
    .map((piece) => (piece === '' ? '' : wordsElement(piece)))
    .join('<w:tab/>')
}

/** Words; spaces at their ends, which XML programs may drop, are kept where there are any. */
function wordsElement(text: string): string {
  return /^\s|\s$/.test(text) ? `<w:t xml:space="preserve">${xmlText(text)}</w:t>` : `<w:t>${xmlText(text)}</w:t>`
}

const EMOJI_FONT = '<w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji" w:eastAsia="Segoe UI Emoji" w:cs="Segoe UI Emoji"/>'

/** The language of East Asian text in a document: what its letters say, or Japanese, Korean or Chinese by its tag. */
export function eastAsiaOf(tree: Root, language: string): 'ja-JP' | 'ko-KR' | 'zh-CN' | 'zh-TW' {
  if (/^zh-(?:TW|HK|MO|Hant)/i.test(language)) return 'zh-TW'
  if (/^zh/i.test(language)) return 'zh-CN'
  return /^ja/i.test(language) ? 'ja-JP' : /^ko/i.test(language) ? 'ko-KR' : (languageIn(tree) ?? 'ja-JP')
}

/** What the first text with kana or Hangul says; without any, Han says Chinese. */
function languageIn(node: Nodes): 'ja-JP' | 'ko-KR' | 'zh-CN' | null {
  if (!('children' in node)) return 'value' in node ? eastAsianLanguage(node.value) : null
  let found: 'zh-CN' | null = null
  for (const child of node.children) {
    const language = child.type === 'text' ? eastAsianLanguage(child.value) : languageIn(child)
    if (language === 'ja-JP' || language === 'ko-KR') return language
    found ??= language
  }
  return found
}
