import type { List, ListItem, PhrasingContent } from 'mdast'
import { directionOf, inlineRuns } from './inline.ts'
import { DEEPEST_LEVEL, LARGEST_START, LEVEL_INDENT, type ListKind } from './numbering.ts'
import { indented, paragraph } from './paragraph.ts'
import type { StyleKey } from './styles.ts'
import { lose, type Place } from './writing.ts'

/** Twips where values begin in a block of label and value pairs. */
const PAIR_TAB = 2300

/** A list: its items as numbered paragraphs of Word's, what else they hold indented below. */
export function listElements(node: List, place: Place): string {
  const level = Math.min(place.level + 1, DEEPEST_LEVEL)
  const start = Math.max(0, node.start ?? 1)
  if (node.ordered === true && start > LARGEST_START) {
    lose(
      place.writing,
      'ordered-list',
      (count) => `${count === 1 ? 'A list starts' : `${count} lists start`} with a number past ${LARGEST_START}; Word cannot.`,
    )
  }
  const ordered = node.ordered === true ? place.writing.numbering.idOf('ordered', level, Math.min(start, LARGEST_START)) : null
  return node.children.map((item) => itemElements(item, { ...place, level }, ordered)).join('')
}

function itemElements(item: ListItem, place: Place, ordered: number | null): string {
  const { writing, level } = place
  const isTask = typeof item.checked === 'boolean'
  const isPair = place.pairs && level === 0 && ordered === null && !isTask
  const kind: ListKind = isTask || isPair ? 'plain' : 'bullet'
  const id = ordered ?? writing.numbering.idOf(kind, level, 1)
  const [first, ...rest] = item.children
  const words = first?.type === 'paragraph' ? first.children : []
  const pair = isPair ? labelled(words) : null
  const hanging = isPair ? (pair === null ? 0 : PAIR_TAB) : ordered === null ? LEVEL_INDENT : LEVEL_INDENT + 20
  const inner = indented(place, hanging)
  const box = isTask ? checkBox(item.checked === true, place) : ''
  const runs = pair === null ? inlineRuns(words, inner) : pairRuns(pair, inner)
  const head = paragraph(box + runs, inner, {
    style: isPair ? 'keyInformation' : itemStyle(place.text),
    direction: directionOf(words, writing),
    number: { id, level, hanging: inner.indent === place.indent ? 0 : hanging },
    contextual: !isPair && item.spread !== true,
    ...(isPair || isTask ? { tab: inner.indent } : {}),
  })
  const others = first?.type === 'paragraph' ? rest : item.children
  return head + writing.blocks(others, inner)
}

function itemStyle(text: StyleKey): StyleKey {
  return text === 'normal' ? 'listParagraph' : text
}

interface Pair {
  readonly label: string
  readonly value: readonly PhrasingContent[]
}

/** `Incident Lead: Chris Evans` → its label and its value; null where no short label stands first. */
function labelled(words: readonly PhrasingContent[]): Pair | null {
  const [first, ...rest] = words
  if (first?.type === 'strong' && first.children.length === 1 && first.children[0]?.type === 'text' && first.children[0].value.endsWith(':')) {
    return { label: first.children[0].value, value: rest }
  }
  const match = first?.type === 'text' ? /^([^:]{1,40}:)(?: (.*))?$/s.exec(first.value) : null
  const label = match?.[1]
  if (label === undefined) return null
  const value = match?.[2] ?? ''
  return { label, value: value === '' ? rest : [{ type: 'text', value }, ...rest] }
}

function pairRuns({ label, value }: Pair, place: Place): string {
  const words = value.map((node, index): PhrasingContent => (index === 0 && node.type === 'text' ? { ...node, value: node.value.replace(/^ +/, '') } : node))
  const tab = words.length === 0 ? '' : '<w:r><w:tab/></w:r>'
  return inlineRuns([{ type: 'text', value: label }], place, { style: 'label' }) + tab + inlineRuns(words, place)
}

/** A check box that a click in Word ticks ([MS-DOCX] 2.5.1.6, w14:checkbox), and the tab after it. */
function checkBox(checked: boolean, { writing }: Place): string {
  const id = 700_000_000 + writing.next++
  const glyph = checked ? '\u2612' : '\u2610'
  const font = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
  return `<w:sdt><w:sdtPr><w:rPr>${font}</w:rPr><w:alias w:val="Done"/><w:id w:val="${id}"/><w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>${font}</w:rPr><w:t>${glyph}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:tab/></w:r>`
}
