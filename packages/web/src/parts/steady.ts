import { useState } from 'react'

/**
 * Rows in the order in which they were first seen. A row that is changed does not leave its place under the hand that changes it: what is open in it would close, and the next click would go to another. The
 * order is that of `rows` again when `list` changes or the screen is left.
 */
export function useSteady<Row extends { readonly id: string }>(rows: readonly Row[], list: string): readonly Row[] {
  const [seen, setSeen] = useState<{ readonly list: string; readonly ids: readonly string[] }>({ list, ids: [] })
  const now = steady(seen.list === list ? seen.ids : [], rows)
  const ids = now.map(({ id }) => id)
  if (seen.list !== list || ids.length !== seen.ids.length || ids.some((id, index) => id !== seen.ids[index])) setSeen({ list, ids })
  return now
}

/** Those of `rows` that were seen in the order of `seen`, and each new one behind the row that it follows. */
export function steady<Row extends { readonly id: string }>(seen: readonly string[], rows: readonly Row[]): readonly Row[] {
  const places = new Map(seen.map((id, index) => [id, index]))
  const ordered = rows.filter(({ id }) => places.has(id)).toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  rows.forEach((row, index) => {
    if (places.has(row.id)) return
    const before = rows[index - 1]
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, row)
  })
  return ordered
}
