import type { RootContent } from 'mdast'
import { inlineRuns } from './inline.ts'
import { paragraph } from './paragraph.ts'
import { topOf, type Place, type Writing } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** The footnotes that the body refers to, as `<w:footnote>` elements, and the place they were written at (with its relationships); null when there are none. */
export function footnoteElements(writing: Writing, width: number): { readonly elements: string; readonly place: Place } | null {
  if (writing.notes.ids.size === 0) return null
  const place = topOf(writing, width, 'footnote')
  let elements = ''
  for (const [identifier, id] of writing.notes.ids) {
    const children: readonly RootContent[] = writing.notes.definitions.get(identifier)?.children ?? []
    const [first, ...rest] = children
    const mark = `<w:r><w:rPr><w:rStyle w:val="${xmlAttribute(writing.styles.footnoteReference)}"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`
    const words = first?.type === 'paragraph' ? inlineRuns(first.children, place) : ''
    const head = paragraph(mark + words, place, { style: 'footnoteText', direction: writing.base })
    const body = writing.blocks(first?.type === 'paragraph' ? rest : children, place)
    elements += `<w:footnote w:id="${id}">${head}${body}</w:footnote>`
  }
  return { elements, place }
}

/** The two notes that every footnotes part begins with: the line above the notes, and the one above notes that go on. */
export const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
