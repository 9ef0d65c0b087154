import type { Document, RenderOptions } from '@blamefree/core'
import type { Story } from './body.ts'
import { SEPARATORS } from './footnotes.ts'
import { APP_PROPERTIES_PART, CONTENT_TYPES, contentTypesPart, corePropertiesPart, ROOT_ATTRIBUTES, settingsPart } from './package-parts.ts'
import { audienceText, footerPart, headerPart, sectionProperties, type Page } from './page-setup.ts'
import { newRelations, relationsPart } from './relations.ts'
import { stylesPart } from './styles.ts'
import { XML_DECLARATION } from './xml.ts'
import type { Parts } from './zip.ts'

const EAST_ASIAN_FONTS: Readonly<Record<string, string>> = {
  'ja-JP': 'Yu Gothic',
  'ko-KR': 'Malgun Gothic',
  'zh-CN': 'Microsoft YaHei',
  'zh-TW': 'Microsoft JhengHei',
}

/** The parts of a file of our own look. */
export function ownPackage(document: Document, story: Story, options: RenderOptions, page: Page): Parts {
  const { writing, place, body, notes } = story
  const { language } = document
  const files = newRelations('rId')
  files.idOf('styles', 'styles.xml')
  files.idOf('settings', 'settings.xml')
  const ids = { header: files.idOf('header', 'header1.xml'), first: files.idOf('header', 'header2.xml'), footer: files.idOf('footer', 'footer1.xml') }
  const overrides: Record<string, string> = {
    '/word/document.xml': CONTENT_TYPES.main,
    '/word/styles.xml': CONTENT_TYPES.styles,
    '/word/settings.xml': CONTENT_TYPES.settings,
    '/word/header1.xml': CONTENT_TYPES.header,
    '/word/header2.xml': CONTENT_TYPES.header,
    '/word/footer1.xml': CONTENT_TYPES.footer,
    '/docProps/core.xml': CONTENT_TYPES.core,
    '/docProps/app.xml': CONTENT_TYPES.app,
  }
  const parts = new Map<string, string | Uint8Array>()
  const { kinds, instances } = writing.numbering.elements()
  if (instances !== '') {
    files.idOf('numbering', 'numbering.xml')
    overrides['/word/numbering.xml'] = CONTENT_TYPES.numbering
    parts.set('word/numbering.xml', `${XML_DECLARATION}<w:numbering ${ROOT_ATTRIBUTES}>${kinds}${instances}</w:numbering>`)
  }
  if (notes !== null) {
    files.idOf('footnotes', 'footnotes.xml')
    overrides['/word/footnotes.xml'] = CONTENT_TYPES.footnotes
    parts.set('word/footnotes.xml', `${XML_DECLARATION}<w:footnotes ${ROOT_ATTRIBUTES}>${SEPARATORS}${notes.elements}</w:footnotes>`)
    if (notes.place.relations.elements() !== '') parts.set('word/_rels/footnotes.xml.rels', relationsPart(notes.place.relations.elements()))
  }
  const section = sectionProperties(page, ids, writing.base === 'rtl')
  parts.set('word/styles.xml', stylesPart(EAST_ASIAN_FONTS[writing.eastAsia] ?? 'Yu Gothic', languagesOf(language, writing.eastAsia)))
  parts.set('word/settings.xml', settingsPart(languagesOf(language, writing.eastAsia).latin, notes !== null))
  parts.set('word/header1.xml', headerPart(writing, document.title))
  parts.set('word/header2.xml', headerPart(writing, ''))
  parts.set('word/footer1.xml', footerPart(writing, audienceText(options.audience), page))
  parts.set('docProps/core.xml', corePropertiesPart(document))
  parts.set('docProps/app.xml', APP_PROPERTIES_PART)
  for (const [name, bytes] of writing.images) parts.set(`word/${name}`, bytes)
  return new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', contentTypesPart(overrides)],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['word/document.xml', `${XML_DECLARATION}<w:document ${ROOT_ATTRIBUTES}><w:body>${body}${section}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', relationsPart(files.elements() + place.relations.elements())],
    ...parts,
  ])
}

/** Language tags for the three kinds of text that Word tells apart. */
function languagesOf(language: string, eastAsia: string): { latin: string; eastAsia: string; bidi: string } {
  const tag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(language) ? language : 'en'
  const bidi = /^he/i.test(tag) ? 'he-IL' : 'ar-SA'
  return { latin: /^(?:ja|ko|zh|ar|he|fa|ur)\b/i.test(tag) ? 'en-US' : (REGIONS[tag] ?? tag), eastAsia, bidi }
}

/** Word proofs text in a language of a country. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', it: 'it-IT', pt: 'pt-PT', nl: 'nl-NL', pl: 'pl-PL' }

const PACKAGE_RELATIONS: string = relationsPart(
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>',
)
