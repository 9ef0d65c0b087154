import type { Document } from '@blamefree/core'
import { XML_DECLARATION, xmlAttribute, xmlText } from './xml.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The namespaces that written content uses, by their prefixes. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  w: W,
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
}

/** The namespaces as attributes of a root element; older programs may ignore what is Word 2010's. */
export const ROOT_ATTRIBUTES: string = `${Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')} mc:Ignorable="w14"`

/** What a part is, by its kind. */
export const CONTENT_TYPES = {
  main: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  styles: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
  numbering: 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml',
  settings: 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml',
  footnotes: 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml',
  header: 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml',
  footer: 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
} as const

/** Media types by file ending, for the parts that are not XML of Word's. */
export const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
}

/** The list of what each part is (ECMA-376 part 2, 10.1.2). */
export function contentTypesPart(overrides: Readonly<Record<string, string>>): string {
  const defaults = Object.entries(DEFAULT_TYPES).map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  const parts = Object.entries(overrides).map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${parts.join('')}</Types>`
}

/** Title and language. No author, and no dates: those would be of the machine that made the file, and the same document gives the same bytes. */
export function corePropertiesPart(document: Document): string {
  return `${XML_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(document.title)}</dc:title><dc:language>${xmlText(document.language)}</dc:language></cp:coreProperties>`
}

/** Which program made the file. */
export const APP_PROPERTIES_PART: string = `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Blamefree</Application></Properties>`

/** Settings: without the compatibility mode Word would open the file as one of 2007's. */
export function settingsPart(language: string, hasNotes: boolean): string {
  const notes = hasNotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : ''
  const compatible = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
  ].map(([name, value]) => `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`)
  return `${XML_DECLARATION}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>${notes}<w:compat>${compatible.join('')}</w:compat><w:themeFontLang w:val="${xmlAttribute(language)}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`
}
