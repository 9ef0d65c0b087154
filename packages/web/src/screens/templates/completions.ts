import { BLOCKS, FILTERS, VARIABLES } from '@blamefree/core'

/** Something that can stand at the caret: what is written, and what it is. */
export interface Completion {
  readonly insert: string
  readonly what: string
}

/** What can stand where somebody writes, by what stands before the caret on the line: variables after `{{`, filters after `|`, blocks after `::`. And how much of it is written already. */
export function completionsAt(before: string): { readonly written: number; readonly items: readonly Completion[] } {
  const filter = /\{\{[^}]*\|\s*([\w-]*)$/.exec(before)?.[1]
  if (filter !== undefined)
    return matching(
      filter,
      FILTERS.map(({ name, sentence }) => ({ insert: name, what: sentence })),
    )
  const variable = /\{\{\s*([\w.<>-]*)$/.exec(before)?.[1]
  if (variable !== undefined)
    return matching(
      variable,
      VARIABLES.filter(({ name }) => name.startsWith('incident.')).map(({ name, sentence }) => ({ insert: name, what: sentence })),
    )
  const block = /^\s*::([\w-]*)$/.exec(before)?.[1]
  if (block !== undefined)
    return matching(
      block,
      BLOCKS.map(({ name, sentence }) => ({ insert: name, what: sentence })),
    )
  return { written: 0, items: [] }
}

const MOST = 12

function matching(written: string, all: readonly Completion[]): { written: number; items: readonly Completion[] } {
  const low = written.toLowerCase()
  const items = all.filter(({ insert }) => insert.toLowerCase().includes(low) && insert !== written)
  const first = items.toSorted((a, b) => Number(b.insert.startsWith(low)) - Number(a.insert.startsWith(low)))
  return { written: written.length, items: first.slice(0, MOST) }
}
