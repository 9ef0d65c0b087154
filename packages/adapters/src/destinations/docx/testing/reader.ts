import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import type { Construct } from '@blamefree/core'
import type { FormatReader } from '../../testing/seen.ts'
import { listsIn, type Starts } from './list-items.ts'
import { childrenOf, indentOf, property, within, wordsOf } from './word-text.ts'

/** Reads what `docx` wrote in its own look: its parts with an XML parser, and of them what Word shows. */
export const docxReader: FormatReader = {
  // Word has no people, moments or events: their words stand there as any others do.
  blind: ['person', 'time', 'event'],
  read: ({ bytes }) => {
    const parts = partsOf(bytes)
    const part = (name: string): Element | null => (parts[name] === undefined ? null : rootOf(parts[name], name))
    const body = part('word/document.xml')?.getElementsByTagName('w:body')[0]
    if (body === undefined) throw new Error('There is no body.')
    const notes = part('word/footnotes.xml')
    const story: Story = { notes: notes === null ? [] : within(notes, 'w:footnote'), starts: startsIn(part('word/numbering.xml')) }
    const constructs: Partial<Record<Construct, string[]>> = {}
    const show = (shown: readonly [Construct, string][]): void => {
      for (const [construct, words] of shown) (constructs[construct] ??= []).push(words)
    }
    show(blocksShown(body, targetsIn(part('word/_rels/document.xml.rels')), story))
    for (const note of story.notes) show(blocksShown(note, targetsIn(part('word/_rels/footnotes.xml.rels')), story))
    const footer = part('word/footer1.xml')
    return { words: [body, ...story.notes, ...(footer === null ? [] : [footer])].map(wordsOf).join(' '), constructs }
  },
  unpacked: ({ bytes }) => Object.values(partsOf(bytes)).join('\n'),
}

type Shown = [Construct, string]

interface Story {
  readonly notes: readonly Element[]
  readonly starts: Starts
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

function rootOf(text: string, name: string): Element | null {
  const broken = (level: string, message: string): void => {
    // U+FFFD is a character like any other here.
    if (!message.includes('replacement character')) throw new Error(`${name}: ${level}: ${message}`)
  }
  return new DOMParser({ onError: broken }).parseFromString(text, 'text/xml').documentElement
}

function targetsIn(relations: Element | null): ReadonlyMap<string, string> {
  const elements = relations === null ? [] : within(relations, 'Relationship')
  return new Map(elements.map((element) => [element.getAttribute('Id') ?? '', element.getAttribute('Target') ?? '']))
}

function startsIn(numbering: Element | null): Starts {
  const numbers = numbering === null ? [] : within(numbering, 'w:num')
  return new Map(
    numbers.flatMap((number): [string, string][] => {
      const start = within(number, 'w:startOverride')[0]?.getAttribute('w:val')
      return start === null || start === undefined ? [] : [[number.getAttribute('w:numId') ?? '', start]]
    }),
  )
}

const TITLES: Readonly<Record<string, string>> = { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Important', evidence: 'What the record shows' }

/** What stands in a body, a cell or a note, and in what is inside it. */
function blocksShown(container: Element, targets: ReadonlyMap<string, string>, story: Story): Shown[] {
  const blocks = childrenOf(container).filter(({ tagName }) => tagName === 'w:p' || tagName === 'w:tbl')
  const shown: Shown[] = [...listsIn(blocks, story.starts), ...quotesIn(blocks)]
  for (const block of blocks) {
    if (block.tagName === 'w:p') shown.push(...paragraphShown(block), ...runsShown(block, targets, story))
    else {
      shown.push(...tableShown(block))
      for (const cell of within(block, 'w:tc')) if (cell.parentNode?.parentNode === block) shown.push(...blocksShown(cell, targets, story))
    }
  }
  return shown
}

/** A quotation in a quotation is indented by another step. */
function quotesIn(blocks: readonly Element[]): Shown[] {
  const quotes: Shown[] = []
  let open: Shown[] = []
  for (const block of blocks) {
    const depth = property(block, 'w:pStyle') === 'Quote' ? Math.max(1, Math.floor(indentOf(block) / QUOTE_INDENT)) : 0
    open = open.slice(0, depth)
    while (open.length < depth) {
      const quote: Shown = ['blockquote', '']
      quotes.push(quote)
      open.push(quote)
    }
    for (const quote of open) quote[1] += wordsOf(block)
  }
  return quotes
}

const QUOTE_INDENT = 300

function paragraphShown(paragraph: Element): Shown[] {
  const style = property(paragraph, 'w:pStyle') ?? ''
  if (/^Heading[1-6]$/.test(style)) return [['heading', wordsOf(paragraph)]]
  if (style === 'SourceCode') return [['code-block', wordsOf(paragraph)]]
  if (style === 'HorizontalRule') return [['thematic-break', '']]
  return []
}

function tableShown(table: Element): Shown[] {
  const style = property(table, 'w:tblStyle') ?? ''
  const box = /^(?:Callout)?(Note|Tip|Warning|Danger|Evidence)$/.exec(style)?.[1]?.toLowerCase()
  if (box !== undefined) {
    const title = TITLES[box] ?? ''
    const words = wordsOf(table)
    const own = words.startsWith(`${title} `) ? words.slice(title.length) : words
    return [box === 'evidence' ? ['evidence', own] : ['callout', `${box}: ${own}`]]
  }
  if (style !== 'PostMortemTable') return []
  const rows = within(table, 'w:tr').map((row) => within(row, 'w:tc'))
  const aligns = (rows[0] ?? []).map((cell) => alignOf(within(cell, 'w:p')[0]))
  const shown: Shown = ['table', rows.map((row) => row.map(wordsOf).join(' | ')).join(' / ')]
  return aligns.every((align) => align === 'none') ? [shown] : [shown, ['table-alignment', aligns.join(' ')]]
}

/** In a paragraph from right to left, Word's `left` is where lines begin. */
function alignOf(paragraph: Element | undefined): string {
  const align = paragraph === undefined ? null : property(paragraph, 'w:jc')
  if (paragraph === undefined || align === null) return 'none'
  return property(paragraph, 'w:bidi') === null || align === 'center' ? align : align === 'left' ? 'right' : 'left'
}

const LOOKS: readonly (readonly [Construct, (run: Element) => boolean])[] = [
  ['strong', (run) => property(run, 'w:b') !== null],
  ['emphasis', (run) => property(run, 'w:i') !== null],
  ['strikethrough', (run) => property(run, 'w:strike') !== null],
  ['inline-code', (run) => property(run, 'w:rStyle') === 'InlineCode' || within(run, 'w:rFonts').some((font) => font.getAttribute('w:ascii') === 'Consolas')],
]

/** Neighbouring runs of one look are one construct; a link begins a new one. */
function runsShown(paragraph: Element, targets: ReadonlyMap<string, string>, story: Story): Shown[] {
  const shown: Shown[] = []
  for (const link of within(paragraph, 'w:hyperlink')) shown.push(['link', `${wordsOf(link)} → ${targets.get(link.getAttribute('r:id') ?? '') ?? ''}`])
  const runs = within(paragraph, 'w:r').filter((run) => !/^w:(?:sdtContent|fldSimple)$/.test((run.parentNode as Element).tagName))
  for (const [construct, has] of LOOKS) {
    let before: Element | null = null
    for (const run of runs) {
      const last = shown.at(-1)
      if (has(run) && before?.parentNode === run.parentNode && last !== undefined) last[1] += wordsOf(run)
      else if (has(run)) shown.push([construct, wordsOf(run)])
      before = has(run) ? run : null
    }
  }
  if (property(paragraph, 'w:pStyle') !== 'SourceCode') for (const run of runs) for (const _ of within(run, 'w:br')) shown.push(['line-break', ''])
  for (const picture of within(paragraph, 'wp:docPr')) shown.push(['image', picture.getAttribute('descr') ?? ''])
  for (const field of within(paragraph, 'w:fldSimple')) shown.push(['footnote', noteWords(noteOf(field), story)])
  for (const reference of within(paragraph, 'w:footnoteReference')) shown.push(['footnote', noteWords(reference.getAttribute('w:id'), story)])
  return shown
}

/** The note that a second reference refers to, by its bookmark. */
const noteOf = (field: Element): string | null => /_RefPm(\d+)/.exec(field.getAttribute('w:instr') ?? '')?.[1] ?? null

function noteWords(id: string | null, { notes }: Story): string {
  const note = notes.find((each) => each.getAttribute('w:id') === id)
  return note === undefined ? '' : wordsOf(note)
}
