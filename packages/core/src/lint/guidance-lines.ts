/** The lines (from 1) that stand inside of a document's guidance containers: advice on how to write, which is never exported and names what not to do. */
export function guidanceLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>()
  let fence = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [, colons = '', name = ''] = /^(:{3,})(\w*)/.exec(line) ?? []
    if (fence === 0) fence = name === 'guidance' ? colons.length : 0
    else if (name === '' && colons.length >= fence && line.trim() === colons) fence = 0
    else lines.add(index + 1)
  }
  return lines
}
