import type { PhrasingContent } from 'mdast'
import { inlineIn, isCode, type WordReading } from './inline-in.ts'
import { elementAt, elementsIn, textIn, valueOf, within, type XmlElement } from './xml-tree.ts'

/** What a paragraph is, by its style and its place in a list. */
export interface WordParagraph {
  readonly kind: 'title' | 'heading' | 'code' | 'rule' | 'spacer' | 'quote' | 'pair' | 'words'
  /** 1 to 6, of a heading. */
  readonly level: number
  /** Twips from the edge of the text. */
  readonly indent: number
  readonly number: { readonly list: string; readonly level: number } | null
  /** Of a task. */
  readonly checked: boolean | null
  readonly children: PhrasingContent[]
}

/** Reads a paragraph. */
export function paragraphIn(paragraph: XmlElement, reading: WordReading): WordParagraph {
  const properties = elementAt(paragraph, 'w:pPr')
  const style = reading.file.styles.get(valueOf(properties, 'w:pStyle') ?? '') ?? ''
  const [kind, level] = kindOf(style, paragraph, reading)
  const id = valueOf(properties, 'w:numPr', 'w:numId')
  const number = id === null || id === '0' || kind === 'heading' ? null : { list: id, level: Number(valueOf(properties, 'w:numPr', 'w:ilvl') ?? 0) }
  const children =
    kind === 'code' ? [] : inlineIn(paragraph, reading, kind === 'heading' || kind === 'title' || /callout .*title|evidence title|table heading/.test(style))
  const checked = checkedIn(paragraph, children)
  return {
    kind,
    level,
    indent: Number(elementAt(properties, 'w:ind')?.attributes['w:left'] ?? elementAt(properties, 'w:ind')?.attributes['w:start'] ?? 0),
    number,
    checked,
    children: checked === null ? children : withoutBox(children),
  }
}

function kindOf(style: string, paragraph: XmlElement, { file }: WordReading): [WordParagraph['kind'], number] {
  if (style === 'title') return ['title', 0]
  const heading = /^heading ([1-9])$/.exec(style)?.[1] ?? outline(paragraph)
  if (heading !== null) return ['heading', Math.min(6, Number(heading))]
  if (/source code|preformatted|^code$|^html code/.test(style)) return ['code', 0]
  if (/horizontal (?:rule|line)/.test(style)) return ['rule', 0]
  if (style === 'table spacer') return ['spacer', 0]
  if (/quote|quotation/.test(style)) return ['quote', 0]
  if (style === 'key information') return ['pair', 0]
  const runs = within(paragraph, 'w:r').filter((run) => elementAt(run, 'w:t') !== null)
  const words = textIn(paragraph).trim()
  if (words === '' && elementAt(paragraph, 'w:pPr', 'w:pBdr', 'w:bottom') !== null) return ['rule', 0]
  // Programs that know no style for code still have its font, for whole paragraphs with several lines.
  const isAll = runs.length > 0 && runs.every((run) => isCode(elementAt(run, 'w:rPr'), { file }))
  return [isAll && within(paragraph, 'w:br').length > 0 ? 'code' : 'words', 0]
}

function outline(paragraph: XmlElement): string | null {
  const level = valueOf(paragraph, 'w:pPr', 'w:outlineLvl')
  return level !== null && /^[0-5]$/.test(level) ? String(Number(level) + 1) : null
}

/** The lines of a paragraph of code. */
export function codeIn(paragraph: XmlElement): string {
  const piece = (element: XmlElement): string => {
    if (element.name === 'w:t') return textIn(element)
    if (element.name === 'w:tab') return '\t'
    if (element.name === 'w:br' || element.name === 'w:cr') return '\n'
    return element.name === 'w:pPr' || element.name === 'w:del' ? '' : elementsIn(element).map(piece).join('')
  }
  return piece(paragraph)
}

/** A box to tick at the beginning: Word's own, or the sign that other programs make of it. */
function checkedIn(paragraph: XmlElement, children: readonly PhrasingContent[]): boolean | null {
  const box = within(paragraph, 'w14:checkbox')[0]
  const [first] = children
  const sign = first?.type === 'text' ? /^[\u2610\u2611\u2612]/.exec(first.value)?.[0] : undefined
  if (sign === undefined) return null
  return box === undefined ? sign !== '\u2610' : elementAt(box, 'w14:checked')?.attributes['w14:val'] === '1'
}

function withoutBox(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, second, ...rest] = children
  if (first?.type !== 'text') return [...children]
  const left = first.value.slice(1).replace(/^[\t ]+/, '')
  const next = left === '' && second?.type === 'text' ? { ...second, value: second.value.replace(/^[\t ]+/, '') } : second
  return [...(left === '' ? [] : [{ ...first, value: left }]), ...(next === undefined ? [] : [next]), ...rest]
}
