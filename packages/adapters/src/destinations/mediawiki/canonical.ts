const SAME: readonly (readonly [RegExp, string])[] = [
  [/<br\s*\/?>/gi, '<br />'],
  [/<\/?(?:b|strong)>/gi, "'''"],
  [/<\/?(?:i|em)>/gi, "''"],
  [/<(\/?)(?:s|strike)>/gi, '<$1del>'],
  [/<nowiki\s*\/>/gi, '<nowiki />'],
  [/\[\[\s*image\s*:/gi, '[[File:'],
]

/** A piece of wikitext without what editors change by themselves: spaces, how cells are set on lines, how a mark is spelled. Code stays as it is. */
export function canonicalWikitext(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
  if (/^(?:<(?:pre|syntaxhighlight|source)\b| )/i.test(lines)) return lines
  let source = lines.trim()
  for (const [pattern, instead] of SAME) source = source.replace(pattern, instead)
  if (/^=.*=$/.test(source)) return source.replace(/^(=+)\s*(.*?)\s*(=+)$/, '$1 $2 $3')
  if (/^[*#:;]/.test(source))
    return source
      .replace(/^([*#:;]+)[ \t]*/gm, '$1 ')
      .replace(/[ \t]+/g, ' ')
      .replace(/ +$/gm, '')
  if (/^(?:\{\||\|[-}])/.test(source)) return source.split('\n').map(cells).join('\n').replace(/\n+/g, '\n')
  if (/^(?:<[a-z!]|\{\{)/i.test(source) && source.includes('\n')) return source.replace(/\n{3,}/g, '\n\n')
  return source.replace(/\s+/g, ' ')
}

/** A line of a table with each cell on a line of its own. */
function cells(line: string): string {
  const sign = /^\s*([|!])(?![-+}])/.exec(line)?.[1]
  if (sign === undefined) return line.trim().replace(/\s+/g, ' ')
  return line
    .trim()
    .slice(1)
    .split(sign === '!' ? /!!|\|\|/ : /\|\|/)
    .map((cell) => `${sign} ${cell.trim().replace(/\s+/g, ' ')}`.trimEnd())
    .join('\n')
}
