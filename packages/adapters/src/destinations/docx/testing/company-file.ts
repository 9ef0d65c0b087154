import { strToU8, zipSync } from 'fflate'

/** What is particular about a made-up company's file; every text is the content of that part. */
export interface CompanyFile {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly header?: string
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A .dotx as a company may have it: a page size of its own, an author, and the parts that are given. */
export function companyFile({ body, styles = '', numbering, footnotes, header }: CompanyFile): Uint8Array {
  const parts: [string, string, string][] = [['styles', 'styles.xml', `<w:styles ${W}>${styles}</w:styles>`]]
  if (numbering !== undefined) parts.push(['numbering', 'numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`])
  if (footnotes !== undefined) parts.push(['footnotes', 'footnotes.xml', `<w:footnotes ${W}>${footnotes}</w:footnotes>`])
  if (header !== undefined) parts.push(['header', 'header9.xml', `<w:hdr ${W}>${header}</w:hdr>`])
  const headerReference = header === undefined ? '' : `<w:headerReference w:type="default" r:id="rId${parts.length}"/>`
  const section = `<w:sectPr>${headerReference}<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.template.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.map(([kind, name]) => `<Override PartName="/word/${name}" ContentType="${WORD}.${kind}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="/word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Somebody of Acme</dc:creator></cp:coreProperties>',
    'word/document.xml': `<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map(([kind, name], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${name}"/>`).join('')}</Relationships>`,
  }
  for (const [, name, text] of parts) files[`word/${name}`] = text
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
