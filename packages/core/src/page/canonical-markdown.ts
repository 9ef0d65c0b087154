/**
 * A piece of Markdown without what editors and formatters change by themselves: the width of table cells, which sign marks a list or emphasis, the numbers of an
 * ordered list, where a paragraph's lines end. For comparing; what differs here may differ in meaning.
 */
export function canonicalMarkdown(text: string): string {
  const source = text.replace(/\r\n?/g, '\n').trimEnd()
  if (/^ {0,3}(?:```|~~~)|^ {4}|^\t/.test(source)) return source.replace(/[ \t]+$/gm, '')
  if (/^\s*\|/.test(source)) return source.split('\n').map(row).join('\n')
  const marked = source
    .replace(/^( {0,3})[*+](?=\s)/gm, '$1-')
    .replace(/^( {0,3})\d{1,9}([.)])(?=\s)/gm, '$11$2')
    .replace(/ {2,}\n/g, '\\\n')
    .replace(/[ \t]+$/gm, '')
  const flowed = /^ {0,3}(?:[-+*>#]|1[.)]\s)/.test(marked) ? marked : marked.replace(/(?<!\\)\n\s*/g, ' ').replace(/ {2,}/g, ' ')
  return emphasis(flowed)
}

function row(line: string): string {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
  return `| ${cells.map((cell) => emphasis(cell.trim().replace(/^(:?)-+(:?)$/, '$1---$2'))).join(' | ')} |`
}

/** Outside of code: `*so*` as `_so_`, `__so__` as `**so**`. */
function emphasis(text: string): string {
  if (!/[*_]/.test(text)) return text
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/(?<![\\\w_])__(?=\S)([^_\n]+?)__(?![\w_])/g, '**$1**').replace(/(?<![\\*\w])\*(?![*\s])([^*\n]+?)(?<![\\\s])\*(?![*\w])/g, '_$1_'),
    )
    .join('')
}
