import { placeholdersIn, wordsOf } from './placeholders.ts'
import { elementsNamed, type Edit, type XmlElement } from './xml-elements.ts'

/** Where a document's content goes in a company's file. */
export interface BodyPlace {
  /** Twips that a line may be wide there. */
  readonly width: number
  /** The stretch that the content takes the place of. */
  readonly start: number
  readonly end: number
  /** The section break that stood in the placeholder's paragraph, to be kept after the content. */
  readonly after: string
  /** Whether the company's file shows the title itself. */
  readonly hasTitle: boolean
}

/**
 * The place for the content: the paragraph `{{body}}`; in a file with other placeholders the end; otherwise everything before the last section's
 * properties, since what stands there is a sample. Null when there is no body.
 */
export function bodyPlace(text: string, root: XmlElement): BodyPlace | null {
  const body = root.children.find(({ name }) => name === 'w:body')
  if (body === undefined || body.contentEnd === body.end) return null
  const last = body.children.at(-1)?.name === 'w:sectPr' ? body.children.at(-1) : undefined
  const end = last?.start ?? body.contentEnd
  const names = placeholdersIn(text, root)
  const hasTitle = names.has('title')
  const paragraph = elementsNamed(body, 'w:p').find((candidate) => /^\s*\{\{\s*body\s*\}\}\s*$/i.test(wordsOf(text, candidate)))
  const at = paragraph ?? { start: names.size > 0 ? end : body.contentStart, end }
  const broken = paragraph === undefined ? undefined : elementsNamed(paragraph, 'w:sectPr')[0]
  const after = broken === undefined ? '' : `<w:p><w:pPr>${text.slice(broken.start, broken.end)}</w:pPr></w:p>`
  const section = broken ?? elementsNamed(body, 'w:sectPr').find(({ start }) => start >= at.end)
  return { start: at.start, end: at.end, width: lineWidth(section), after, hasTitle }
}

/** The edit that puts the content there. */
export function insertBody({ start, end, after }: BodyPlace, content: string): Edit {
  return { start, end, text: content + after }
}

function lineWidth(section: XmlElement | undefined): number {
  const value = (name: string, attribute: string, fallback: number): number => {
    const number = Number(section?.children.find((child) => child.name === name)?.attributes[attribute] ?? Number.NaN)
    return Number.isFinite(number) ? number : fallback
  }
  const page = value('w:pgSz', 'w:w', 11_906)
  const text = page - Math.abs(value('w:pgMar', 'w:left', 1440)) - Math.abs(value('w:pgMar', 'w:right', 1440)) - value('w:pgMar', 'w:gutter', 0)
  const columns = Math.min(6, Math.max(1, value('w:cols', 'w:num', 1)))
  return Math.max(1440, Math.floor((text - (columns - 1) * value('w:cols', 'w:space', 720)) / columns))
}
