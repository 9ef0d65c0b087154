import type { PageEdit } from './page-edits.ts'

/** Edits of both sides that touch each other, and the units that they cover together. With edits of one side only there is just one of them. */
export interface EditGroup {
  readonly from: number
  readonly to: number
  readonly ours: readonly PageEdit[]
  readonly theirs: readonly PageEdit[]
}

/**
 * The edits of both sides in order, those together that touch each other: they share a unit, both insert at one place, or one inserts within what the other
 * covers. Edits side by side do not touch.
 */
export function gatherEdits(ours: readonly PageEdit[], theirs: readonly PageEdit[]): EditGroup[] {
  const groups: { from: number; to: number; ours: PageEdit[]; theirs: PageEdit[] }[] = []
  const all = [...ours.map((edit) => ({ side: 'ours' as const, edit })), ...theirs.map((edit) => ({ side: 'theirs' as const, edit }))]
  all.sort((one, two) => one.edit.from - two.edit.from || Number(one.edit.to > one.edit.from) - Number(two.edit.to > two.edit.from))
  for (const { side, edit } of all) {
    const last = groups.at(-1)
    const bothInsert = last !== undefined && last.from === last.to && edit.from === edit.to && edit.from === last.to
    if (last !== undefined && (edit.from < last.to || bothInsert)) {
      last.to = Math.max(last.to, edit.to)
      last[side].push(edit)
    } else groups.push({ from: edit.from, to: edit.to, ours: [], theirs: [], [side]: [edit] })
  }
  return groups
}
