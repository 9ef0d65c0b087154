import { elementsNamed, type Edit, type XmlElement } from './xml-elements.ts'
import { unescapeXml, xmlText } from './xml.ts'

/** Values by the name that a company's file asks for them with: `{{title}}`. */
export type Values = ReadonlyMap<string, string>

/** The edits that fill `{{name}}` in a part, also where Word split it over several runs. Unknown names stay as they are. */
export function fillPlaceholders(text: string, root: XmlElement, values: Values): Edit[] {
  const edits: Edit[] = []
  for (const paragraph of elementsNamed(root, 'w:p')) {
    const pieces = ownTexts(paragraph).map((element) => ({ element, words: unescapeXml(text.slice(element.contentStart, element.contentEnd)) }))
    const whole = pieces.map(({ words }) => words).join('')
    if (!whole.includes('{{')) continue
    const kept = pieces.map(({ words }) => ({ words: words.split(''), changed: false }))
    for (const match of whole.matchAll(PLACEHOLDER)) {
      const value = values.get((match[1] ?? '').toLowerCase())
      if (value === undefined) continue
      let at = 0
      pieces.forEach(({ words }, index) => {
        const from = Math.max(match.index - at, 0)
        const to = Math.min(match.index + match[0].length - at, words.length)
        for (let position = from; position < to; position += 1) {
          const piece = kept[index]
          if (piece === undefined) continue
          piece.words[position] = at + position === match.index ? value : ''
          piece.changed = true
        }
        at += words.length
      })
    }
    kept.forEach(({ words, changed }, index) => {
      const element = pieces[index]?.element
      if (changed && element !== undefined) {
        edits.push({ start: element.start, end: element.end, text: `<w:t xml:space="preserve">${xmlText(words.join(''))}</w:t>` })
      }
    })
  }
  return edits
}

/** The words of a paragraph, without those of paragraphs inside it (text boxes). */
export function wordsOf(text: string, paragraph: XmlElement): string {
  return ownTexts(paragraph)
    .map((element) => unescapeXml(text.slice(element.contentStart, element.contentEnd)))
    .join('')
}

/** The names that a part asks for. */
export function placeholdersIn(text: string, root: XmlElement): Set<string> {
  const names = new Set<string>()
  for (const paragraph of elementsNamed(root, 'w:p'))
    for (const match of wordsOf(text, paragraph).matchAll(PLACEHOLDER)) names.add((match[1] ?? '').toLowerCase())
  return names
}

function ownTexts(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.name === 'w:t' ? [child] : child.name === 'w:p' ? [] : ownTexts(child)))
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][\w.-]*)\s*\}\}/g
