import { PLAIN } from '../code-language.ts'
import { addressText, attribute, escapeStart, printRuns } from '../inline/print-runs.ts'
import type { Run } from '../inline/run.ts'
import type { Block } from './block.ts'

/** Blocks → the Notion-flavoured Markdown that stands for them. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return linesOf(blocks).join('\n')
}

function linesOf(blocks: readonly Block[]): string[] {
  let number = 0
  return blocks.flatMap((block) => {
    number = block.type === 'numbered_list_item' ? number + 1 : 0
    return linesOfBlock(block, number)
  })
}

function linesOfBlock(block: Block, number: number): string[] {
  const { type, words, traits, children } = block
  const below = (): string[] => indented(linesOf(children))
  const line = (sign: string): string[] => [`${sign} ${printRuns(words)}`.trim() + suffix(block), ...below()]
  switch (type) {
    case 'paragraph': {
      const text = printRuns(words)
      return [(text === '' ? '<empty-block/>' : escapeStart(text)) + suffix(block), ...below()]
    }
    case 'heading_1':
    case 'heading_2':
    case 'heading_3':
    case 'heading_4':
      return line('#'.repeat(Number(type.at(-1))))
    case 'bulleted_list_item':
      return line('-')
    case 'numbered_list_item':
      return line(`${number}.`)
    case 'to_do':
      return line(`- [${traits.checked === true ? 'x' : ' '}]`)
    case 'quote':
      return line('>')
    case 'divider':
      return ['---']
    case 'code':
      return codeLines(plainText(words), traits.language ?? PLAIN)
    case 'image':
      return [`![${printRuns(words)}](${addressText(traits.address ?? '')})`]
    case 'table':
      return [`<table${flag('header-row', traits.headerRow)}${flag('header-column', traits.headerColumn)}>`, ...children.flatMap(rowLines), '</table>']
    case 'table_row':
      return rowLines(block)
    case 'callout': {
      const first = printRuns(words)
      const tag = `<callout${value('icon', traits.icon)}${value('color', traits.color)}>`
      return [tag, ...(first === '' ? [] : [`\t${escapeStart(first)}`]), ...below(), '</callout>']
    }
    case 'toggle':
      return [`<details${value('color', traits.color)}>`, `<summary>${printRuns(words)}</summary>`, ...below(), '</details>']
    default:
      return traits.line === undefined ? [] : [traits.line]
  }
}

function codeLines(text: string, language: string): string[] {
  const longest = Math.max(2, ...(text.match(/^`{3,}/gm) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language === PLAIN ? '' : language}`, ...text.split('\n'), fence]
}

const rowLines = ({ cells }: Block): string[] => ['<tr>', ...cells.map((cell) => `<td>${printRuns(cell)}</td>`), '</tr>']

function suffix({ traits: { color, toggle } }: Block): string {
  const said = `${toggle === true ? ' toggle="true"' : ''}${value('color', color)}`
  return said === '' ? '' : ` {${said.trimStart()}}`
}

const value = (name: string, text: string | undefined): string => (text === undefined || text === '' ? '' : ` ${name}="${attribute(text)}"`)
const flag = (name: string, on: boolean | undefined): string => (on === true ? ` ${name}="true"` : '')
const indented = (lines: readonly string[]): string[] => lines.map((line) => `\t${line}`)

/** The words of runs alone. */
export function plainText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
