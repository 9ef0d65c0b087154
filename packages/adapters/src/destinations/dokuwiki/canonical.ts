import { cellsOf, type Cell } from './read-table.ts'

/** A piece of a page without what editors change by themselves: spaces, breaks of lines within a paragraph. Code stays as it is. */
export function canonicalDoku(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
  if (/^(?:<(?:code|file|html|php)\b| {2}(?![ ]*[*-])|\t(?![ \t]*[*-]))/i.test(lines)) return lines
  if (/<(?:code|file)\b/.test(lines)) return lines
  if (/^[ \t]*={2,}[^\n]+={2,}$/.test(lines)) return lines.trim().replace(/^(=+)\s*(.*?)\s*(=+)$/, '$1 $2 $3')
  if (/^(?: {2,}|\t+)[*-]/.test(lines)) return lines.split('\n').map(item).join('\n')
  if (/^[|^]/.test(lines)) return lines.split('\n').map(row).join('\n')
  if (lines.startsWith('>'))
    return lines
      .replace(/^(>+)[ \t]*/gm, '$1 ')
      .replace(/[ \t]+/g, ' ')
      .replace(/ $/gm, '')
  return lines.replace(/\s+/g, ' ').trim()
}

/** An item with two spaces for each step, whatever it was indented with. */
function item(line: string): string {
  const [, indent = '', sign = '', words = ''] = /^([ \t]*)([*-]?)[ \t]*(.*)$/.exec(line) ?? []
  return `${'  '.repeat(Math.floor(indent.replaceAll('\t', '  ').length / 2))}${sign} ${words.replace(/[ \t]+/g, ' ')}`.trimEnd()
}

/** A row with one space around the words of a cell, and two where they stand on the other side. */
function row(line: string): string {
  const cells = cellsOf(line)
  return cells.length === 0 ? line.trim() : `${cells.map(cell).join('')}${cells.at(-1)?.sign ?? ''}`
}

function cell({ sign, words, align }: Cell): string {
  const [before, after] = [align === 'right' || align === 'center' ? '  ' : ' ', align === 'left' || align === 'center' ? '  ' : ' ']
  return `${sign}${before}${words.replace(/\s+/g, ' ')}${after}`
}
