/** XML with a line for each tag and each text, indented, so that a difference between two files is readable. */
export function indentedXml(xml: string): string {
  const lines: string[] = []
  let depth = 0
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.trim() === '' && !token.includes(' ')) continue
    if (token.startsWith('</')) depth -= 1
    lines.push(`${' '.repeat(depth)}${token.startsWith('<') ? token : JSON.stringify(token)}`)
    if (/^<[^/?!]/.test(token) && !token.endsWith('/>')) depth += 1
  }
  return `${lines.join('\n')}\n`
}
