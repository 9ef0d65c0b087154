import { textRuns } from './inline.ts'
import { ROOT_ATTRIBUTES } from './package-parts.ts'
import type { Writing } from './writing.ts'
import { XML_DECLARATION, xmlAttribute } from './xml.ts'

/** A page in twips. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly side: number
}

/** Letter where people use it, A4 everywhere else; margins of an inch, or slightly less on A4. */
export function pageFor(language: string): Page {
  return /-(?:US|CA|MX|PH|CL|CO)\b/i.test(language) ? { width: 12_240, height: 15_840, side: 1440 } : { width: 11_906, height: 16_838, side: 1304 }
}

/** The page setup of a file of our own; the first page has no header, since the title is on it. */
export function sectionProperties(page: Page, ids: { readonly header: string; readonly footer: string; readonly first: string }, rightToLeft: boolean): string {
  return `<w:sectPr><w:headerReference w:type="default" r:id="${ids.header}"/><w:headerReference w:type="first" r:id="${ids.first}"/><w:footerReference w:type="default" r:id="${ids.footer}"/><w:footerReference w:type="first" r:id="${ids.footer}"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="1360" w:right="${page.side}" w:bottom="1300" w:left="${page.side}" w:header="680" w:footer="600" w:gutter="0"/><w:titlePg/>${rightToLeft ? '<w:bidi/>' : ''}</w:sectPr>`
}

/** The header: the document's title, small. */
export function headerPart(writing: Writing, title: string): string {
  const short = title.length > 110 ? `${title.slice(0, 108).toWellFormed()}\u2026` : title
  return `${XML_DECLARATION}<w:hdr ${ROOT_ATTRIBUTES}>${furniture(writing, 'header', title === '' ? '' : textRuns(short, {}, writing))}</w:hdr>`
}

/** The footer: for whom the copy is on one side, the page's number on the other. */
export function footerPart(writing: Writing, audience: string, page: Page): string {
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${page.width - 2 * page.side}"/></w:tabs>`
  const number = `<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}`
  return `${XML_DECLARATION}<w:ftr ${ROOT_ATTRIBUTES}>${furniture(writing, 'footer', textRuns(audience, {}, writing) + number, tab)}</w:ftr>`
}

function furniture(writing: Writing, style: 'header' | 'footer', runs: string, tabs = ''): string {
  const bidi = writing.base === 'rtl' ? '<w:bidi/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${xmlAttribute(writing.styles[style])}"/>${tabs}${bidi}</w:pPr>${runs}</w:p>`
}

function field(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

/** For whom a copy is, as the footer says it: `customer` → `For customers`. */
export function audienceText(audience: string | undefined): string {
  if (audience === undefined) return ''
  return AUDIENCES.get(audience) ?? audience
}

const AUDIENCES: ReadonlyMap<string, string> = new Map([
  ['internal', 'For internal use'],
  ['company', 'For the company'],
  ['customer', 'For customers'],
])
