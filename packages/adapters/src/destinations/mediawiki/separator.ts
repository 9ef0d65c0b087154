/** What stands between two pieces of wikitext: a line ending after a heading, within a list and within a table, and an empty line elsewhere. */
export function separator(before: string, after: string): string {
  if (before === '') return ''
  if (/^\n*=[^\n]*=\s*$/.test(before)) return '\n'
  if (/^\n*[*#:;]/.test(before) && /^\n*[*#:;]/.test(after)) return '\n'
  return /^\n*\|[-}]/.test(after) ? '\n' : '\n\n'
}
