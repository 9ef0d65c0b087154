/** A file in two: what people see, and the marker that its front matter carries. */
export function withoutMarker(file: string): { readonly text: string; readonly marker: string | null } {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const head = headOf(text)
  const found = LINE.exec(head)
  if (found === null) return { text, marker: null }
  const rest = head.replace(LINE, '')
  const body = text.slice(head.length)
  // Where we made the front matter ourselves nothing else is in it.
  return { text: /^---[ \t]*\n---/.test(rest) ? body.replace(/^\n/, '') : rest + body, marker: read(found[1] ?? '') }
}

/** The text with the marker in its front matter, which is made where there is none. */
export function withMarker(text: string, marker: string): string {
  const plain = withoutMarker(text).text
  const head = headOf(plain)
  const line = `${KEY}: ${JSON.stringify(marker)}\n`
  return head === '' ? `---\n${line}---\n\n${plain}` : `${head.replace(/(?:---|\.\.\.)[ \t]*\n?$/, '')}${line}---\n${plain.slice(head.length)}`
}

const KEY = 'blamefree'
const LINE = /^blamefree: *(\S.*?)[ \t]*(?:\n|$)/m

const headOf = (text: string): string => /^---[ \t]*\n(?:[^]*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)?.[0] ?? ''

/** In double quotes as we write it; a formatter may have taken them off, or made them single. */
function read(value: string): string {
  try {
    return value.startsWith('"') ? (JSON.parse(value) as string) : value.replace(/^'(.*)'$/, '$1')
  } catch {
    return value
  }
}
