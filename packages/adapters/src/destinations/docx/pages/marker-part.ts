import { XML_DECLARATION, xmlText } from '../xml.ts'
import type { Parts } from '../zip.ts'

/** The name of the custom property in which our marker is. Word and LibreOffice keep such properties when they save. */
export const MARKER_PROPERTY = 'BlamefreeMarker'

const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
/** Of properties that people and programs may name as they like ([MS-OSHARED] 2.3.3.2.3). */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** A package with a custom property (ECMA-376 part 1, 22.3) that holds the marker. */
export function withMarker(parts: Parts, marker: string): Parts {
  const marked = new Map(parts)
  const ending = (name: string, element: string, added: string): void => {
    const part = marked.get(name)
    if (typeof part === 'string')
      marked.set(
        name,
        part.replace(`</${element}>`, () => `${added}</${element}>`),
      )
  }
  ending('[Content_Types].xml', 'Types', `<Override PartName="/docProps/custom.xml" ContentType="${TYPE}"/>`)
  ending('_rels/.rels', 'Relationships', `<Relationship Id="rIdMarker" Type="${RELATION}" Target="docProps/custom.xml"/>`)
  marked.set(
    'docProps/custom.xml',
    `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="${FORMAT}" pid="2" name="${MARKER_PROPERTY}"><vt:lpwstr>${xmlText(marker)}</vt:lpwstr></property></Properties>`,
  )
  return marked
}
