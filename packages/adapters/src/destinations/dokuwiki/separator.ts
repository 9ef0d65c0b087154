/** What stands between two pieces of a page: a line ending after a heading, within a list and within a table, and an empty line elsewhere. */
export function separator(before: string, after: string): string {
  if (before === '') return ''
  if (/^\n*={2,}[^\n]*={2,}[ \t]*$/.test(before)) return '\n'
  if (ITEM.test(before) && ITEM.test(after)) return '\n'
  return ROW.test(before) && ROW.test(after) ? '\n' : '\n\n'
}

/** How an item of a list begins, and a row of a table. */
export const ITEM = /^\n*(?: {2,}|\t+)[*-]/
export const ROW = /^\n*[|^]/
