import { XML_DECLARATION, xmlAttribute } from './xml.ts'

/** A style that the writer uses, by its name of ours. */
export type StyleKey = keyof typeof STYLES

interface StyleDefinition {
  readonly type: 'paragraph' | 'character' | 'table'
  /** As Word keeps it in the file, in English whatever the program's language; matched without regard to case. */
  readonly name: string
  /** A key of `STYLES`. */
  readonly basedOn?: string
  /** The key of the style that a paragraph after it has. */
  readonly next?: string
  /** Shown in Word's gallery. */
  readonly gallery?: boolean
  /** Paragraph properties, in the order of the schema. */
  readonly paragraph?: string
  /** Run properties, in the order of the schema. */
  readonly run?: string
  /** Table properties and the conditional formats that follow them. */
  readonly table?: string
}

const INK = '1F2937'
const QUIET = '5B6472'
const ACCENT = '1F4E79'
const RULE = 'D5DAE1'
export const MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'

const heading = (level: number, size: number, before: number, more = ''): StyleDefinition => ({
  type: 'paragraph',
  name: `heading ${level}`,
  basedOn: 'normal',
  next: 'normal',
  gallery: true,
  paragraph: `<w:keepNext/><w:keepLines/>${more}<w:spacing w:before="${before}" w:after="${level < 3 ? 100 : 60}" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/><w:bCs/><w:color w:val="${level < 3 ? ACCENT : INK}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
})

const box = (name: string, colour: string, fill: string | null, line = 'single'): StyleDefinition => ({
  type: 'table',
  name,
  basedOn: 'tableNormal',
  table: `<w:tblPr><w:tblBorders><w:left w:val="${line}" w:sz="${fill === null ? 8 : 24}" w:space="0" w:color="${colour}"/></w:tblBorders><w:tblCellMar><w:top w:w="90" w:type="dxa"/><w:left w:w="170" w:type="dxa"/><w:bottom w:w="90" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>${fill === null ? '' : `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr>`}`,
})

const boxTitle = (name: string, colour: string): StyleDefinition => ({
  type: 'paragraph',
  name,
  basedOn: 'calloutText',
  next: 'calloutText',
  paragraph: '<w:keepNext/>',
  run: `<w:b/><w:bCs/><w:color w:val="${colour}"/>`,
})

/** Every style that the writer uses. Sizes are half-points, spaces twentieths of a point. A company's own style of the same name takes its place. */
export const STYLES = {
  normal: { type: 'paragraph', name: 'Normal', gallery: true },
  characterDefault: { type: 'character', name: 'Default Paragraph Font' },
  tableNormal: {
    type: 'table',
    name: 'Normal Table',
    table:
      '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
  },
  title: {
    type: 'paragraph',
    name: 'Title',
    basedOn: 'normal',
    next: 'normal',
    gallery: true,
    paragraph: `<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="${ACCENT}"/></w:pBdr><w:spacing w:before="0" w:after="280" w:line="240" w:lineRule="auto"/>`,
    run: `<w:b/><w:bCs/><w:color w:val="${ACCENT}"/><w:sz w:val="48"/><w:szCs w:val="48"/>`,
  },
  heading1: heading(1, 30, 400),
  heading2: heading(2, 24, 260),
  heading3: heading(3, 22, 200),
  heading4: heading(4, 21, 180),
  heading5: heading(5, 21, 160),
  heading6: heading(6, 21, 160),
  listParagraph: { type: 'paragraph', name: 'List Paragraph', basedOn: 'normal', gallery: true, paragraph: '<w:spacing w:after="50"/>' },
  keyInformation: {
    type: 'paragraph',
    name: 'Key Information',
    basedOn: 'normal',
    paragraph: '<w:spacing w:after="30"/>',
  },
  quote: {
    type: 'paragraph',
    name: 'Quote',
    basedOn: 'normal',
    gallery: true,
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="${RULE}"/></w:pBdr>`,
    run: `<w:color w:val="${QUIET}"/>`,
  },
  code: {
    type: 'paragraph',
    name: 'Source Code',
    basedOn: 'normal',
    paragraph:
      '<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="E5E8EC"/><w:left w:val="single" w:sz="4" w:space="6" w:color="E5E8EC"/><w:bottom w:val="single" w:sz="4" w:space="5" w:color="E5E8EC"/><w:right w:val="single" w:sz="4" w:space="6" w:color="E5E8EC"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F5F6F8"/><w:suppressAutoHyphens/><w:spacing w:before="120" w:after="200" w:line="240" w:lineRule="auto"/><w:ind w:left="140" w:right="140"/><w:jc w:val="left"/>',
    run: `${MONO}<w:noProof/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
  },
  rule: {
    type: 'paragraph',
    name: 'Horizontal Rule',
    basedOn: 'normal',
    next: 'normal',
    paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="${RULE}"/></w:pBdr><w:spacing w:before="60" w:after="240" w:line="120" w:lineRule="exact"/>`,
  },
  tableText: {
    type: 'paragraph',
    name: 'Table Text',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/>',
    run: '<w:sz w:val="19"/><w:szCs w:val="19"/>',
  },
  tableHeading: {
    type: 'paragraph',
    name: 'Table Heading',
    basedOn: 'tableText',
    paragraph: '<w:keepNext/>',
    run: `<w:b/><w:bCs/><w:color w:val="${INK}"/>`,
  },
  spacer: {
    type: 'paragraph',
    name: 'Table Spacer',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>',
    run: '<w:sz w:val="8"/><w:szCs w:val="8"/>',
  },
  calloutText: { type: 'paragraph', name: 'Callout Text', basedOn: 'normal', paragraph: '<w:spacing w:before="0" w:after="60"/>' },
  noteTitle: boxTitle('Callout Note Title', '1D5FA8'),
  tipTitle: boxTitle('Callout Tip Title', '1A7340'),
  warningTitle: boxTitle('Callout Warning Title', '8A5A00'),
  dangerTitle: boxTitle('Callout Danger Title', 'B0261C'),
  evidenceText: {
    type: 'paragraph',
    name: 'Evidence Text',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="30"/>',
    run: `<w:color w:val="${QUIET}"/><w:sz w:val="19"/><w:szCs w:val="19"/>`,
  },
  evidenceTitle: {
    type: 'paragraph',
    name: 'Evidence Title',
    basedOn: 'evidenceText',
    next: 'evidenceText',
    paragraph: '<w:keepNext/>',
    run: '<w:b/><w:bCs/>',
  },
  guidanceText: {
    type: 'paragraph',
    name: 'Guidance Text',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="60"/>',
    run: '<w:i/><w:iCs/><w:color w:val="5A4B8A"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  guidanceTitle: {
    type: 'paragraph',
    name: 'Guidance Title',
    basedOn: 'guidanceText',
    next: 'guidanceText',
    paragraph: '<w:keepNext/>',
    run: '<w:b/><w:bCs/><w:i w:val="0"/><w:iCs w:val="0"/>',
  },
  header: {
    type: 'paragraph',
    name: 'header',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    run: `<w:color w:val="${QUIET}"/><w:sz w:val="17"/><w:szCs w:val="17"/>`,
  },
  footer: {
    type: 'paragraph',
    name: 'footer',
    basedOn: 'normal',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    run: `<w:color w:val="${QUIET}"/><w:sz w:val="17"/><w:szCs w:val="17"/>`,
  },
  footnoteText: {
    type: 'paragraph',
    name: 'footnote text',
    basedOn: 'normal',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  footnoteReference: { type: 'character', name: 'footnote reference', basedOn: 'characterDefault', run: '<w:vertAlign w:val="superscript"/>' },
  hyperlink: { type: 'character', name: 'Hyperlink', basedOn: 'characterDefault', run: '<w:color w:val="0B5CAD"/><w:u w:val="single"/>' },
  inlineCode: {
    type: 'character',
    name: 'Inline Code',
    basedOn: 'characterDefault',
    run: `${MONO}<w:noProof/><w:sz w:val="19"/><w:szCs w:val="19"/><w:shd w:val="clear" w:color="auto" w:fill="EFF1F4"/>`,
  },
  label: { type: 'character', name: 'Key Label', basedOn: 'characterDefault', run: `<w:color w:val="${QUIET}"/>` },
  elapsed: { type: 'character', name: 'Elapsed Time', basedOn: 'characterDefault', run: `<w:color w:val="${QUIET}"/>` },
  table: {
    type: 'table',
    name: 'Post-mortem Table',
    basedOn: 'tableNormal',
    table: `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${ACCENT}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${ACCENT}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/></w:tblBorders><w:tblCellMar><w:top w:w="55" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="55" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${ACCENT}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F1F4F8"/></w:tcPr></w:tblStylePr>`,
  },
  noteBox: box('Callout Note', '1D5FA8', 'EEF4FB'),
  tipBox: box('Callout Tip', '1A7340', 'EDF7F0'),
  warningBox: box('Callout Warning', 'C98A0C', 'FDF6E7'),
  dangerBox: box('Callout Danger', 'B0261C', 'FCEEEC'),
  evidenceBox: box('Evidence', 'A9B1BD', null),
  guidanceBox: box('Guidance', '8B7CC0', 'F6F4FC', 'dashed'),
} as const satisfies Readonly<Record<string, StyleDefinition>>

/** The styles' ids in the file that is being made, by their keys. */
export type StyleIds = Readonly<Record<StyleKey, string>>

/** Every key, in the order in which a new file lists them. */
export const STYLE_KEYS: readonly StyleKey[] = Object.keys(STYLES) as StyleKey[]

/** The ids of a file of our own: the names without spaces, as Word makes them. */
export const OWN_STYLE_IDS: StyleIds = Object.fromEntries(STYLE_KEYS.map((key) => [key, ownStyleId(key)])) as Record<StyleKey, string>

/** The id that Word itself would give a style. */
export function ownStyleId(key: StyleKey): string {
  const special: Partial<Record<StyleKey, string>> = { characterDefault: 'DefaultParagraphFont', tableNormal: 'TableNormal' }
  return special[key] ?? STYLES[key].name.replace(/(?:^|[ -])([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())
}

/** One `<w:style>` element (ECMA-376 part 1, 17.7.4.17). */
export function styleElement(key: StyleKey, ids: StyleIds): string {
  const style: StyleDefinition = STYLES[key]
  const isDefault = key === 'normal' || key === 'characterDefault' || key === 'tableNormal'
  const custom = BUILT_IN.has(style.name) ? '' : ' w:customStyle="1"'
  const basedOn = style.basedOn === undefined ? '' : `<w:basedOn w:val="${xmlAttribute(ids[style.basedOn as StyleKey])}"/>`
  const next = style.next === undefined ? '' : `<w:next w:val="${xmlAttribute(ids[style.next as StyleKey])}"/>`
  const priority = isDefault && key !== 'normal' ? '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' : ''
  const gallery = style.gallery === true ? '<w:qFormat/>' : ''
  const paragraph = style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`
  const run = style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`
  return `<w:style w:type="${style.type}"${isDefault ? ' w:default="1"' : ''}${custom} w:styleId="${xmlAttribute(ids[key])}"><w:name w:val="${style.name}"/>${basedOn}${next}${priority}${gallery}${paragraph}${run}${style.table ?? ''}</w:style>`
}

/** The whole styles part of a file of our own. `eastAsia` is the font for East Asian text, `languages` are tags for Latin, East Asian and right-to-left text. */
export function stylesPart(eastAsia: string, languages: { readonly latin: string; readonly eastAsia: string; readonly bidi: string }): string {
  const fonts = `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="${eastAsia}" w:cs="Arial"/>`
  const { latin, eastAsia: asian, bidi } = languages
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="${INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${xmlAttribute(latin)}" w:eastAsia="${asian}" w:bidi="${bidi}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const styles = STYLE_KEYS.map((key) => styleElement(key, OWN_STYLE_IDS)).join('')
  return `${XML_DECLARATION}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${styles}</w:styles>`
}

const BUILT_IN: ReadonlySet<string> = new Set([
  'Normal',
  'Default Paragraph Font',
  'Normal Table',
  'Title',
  'List Paragraph',
  'Quote',
  'header',
  'footer',
  'footnote text',
  'footnote reference',
  'Hyperlink',
  ...[1, 2, 3, 4, 5, 6].map((level) => `heading ${level}`),
])
