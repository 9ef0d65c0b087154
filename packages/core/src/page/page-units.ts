import { commonSequence } from './common-sequence.ts'
import { gapsOf, type PageEdit } from './page-edits.ts'

/** A piece of a page as it was after our writing, in both spellings: a range of what we wrote and the range of what the place made of it. */
export interface PageUnit {
  readonly ours: readonly [from: number, to: number]
  readonly theirs: readonly [from: number, to: number]
}

/** What we wrote beside how the place gave it back: one piece with one piece where that can be told, otherwise a group with a group. */
export function unitsOf(ours: readonly string[], theirs: readonly string[]): PageUnit[] {
  const units: PageUnit[] = []
  const alike = (a: number, b: number): number => units.push({ ours: [a, a + 1], theirs: [b, b + 1] })
  const differing = ({ from, to, nowFrom, nowTo }: PageEdit): void => {
    if (to - from !== nowTo - nowFrom) units.push({ ours: [from, to], theirs: [nowFrom, nowTo] })
    else for (let step = 0; from + step < to; step++) alike(from + step, nowFrom + step)
  }
  const matches = commonSequence(ours, theirs)
  const gaps = gapsOf(matches, ours.length, theirs.length)
  for (const [a, b] of matches) {
    if (gaps[0] !== undefined && gaps[0].from <= a && gaps[0].nowFrom <= b) differing(gaps.shift() as PageEdit)
    alike(a, b)
  }
  for (const gap of gaps) differing(gap)
  return units
}

/** Edits of pieces as edits of units: one that touches a part of a group touches the whole of it. */
export function liftEdits(edits: readonly PageEdit[], ranges: readonly (readonly [number, number])[]): PageEdit[] {
  const lifted: PageEdit[] = []
  for (const edit of edits) {
    const from = edit.from === edit.to ? unitAt(ranges, edit.from) : unitWith(ranges, edit.from)
    const start = ranges[from]?.[0] ?? edit.from
    // An insertion inside a group is an edit of the group.
    const inside = edit.from === edit.to && start < edit.from
    const to = edit.from < edit.to ? unitWith(ranges, edit.to - 1) + 1 : inside ? from + 1 : from
    const end = to > from ? (ranges[to - 1]?.[1] ?? edit.to) : edit.to
    const whole = { from, to, nowFrom: edit.nowFrom - (to > from ? edit.from - start : 0), nowTo: edit.nowTo + (end - edit.to) }
    const before = lifted.at(-1)
    if (before !== undefined && before.to > whole.from)
      lifted[lifted.length - 1] = { from: before.from, to: Math.max(before.to, whole.to), nowFrom: before.nowFrom, nowTo: whole.nowTo }
    else lifted.push(whole)
  }
  return lifted
}

/** The unit that holds a piece. */
function unitWith(ranges: readonly (readonly [number, number])[], piece: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) <= piece) low = middle + 1
    else high = middle
  }
  return low
}

/** The unit before which, or inside of which, a place between two pieces lies. */
function unitAt(ranges: readonly (readonly [number, number])[], place: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [start, end] = ranges[middle] ?? [0, 0]
    if (start >= place || end > place) high = middle
    else low = middle + 1
  }
  return low
}
