import type { EditGroup } from './gather-edits.ts'
import type { PageBlock } from './page-destination.ts'
import { editsBetween, type PageEdit } from './page-edits.ts'
import { liftEdits, unitsOf } from './page-units.ts'

/** A page three ways, in pieces. `theirsThen` is how `oursThen` read right after it was written, in the place's own spelling. */
export interface PageSides {
  readonly oursThen: readonly PageBlock[]
  readonly theirsThen: readonly PageBlock[]
  readonly theirsNow: readonly PageBlock[]
  readonly oursNow: readonly PageBlock[]
}

/** How a place's pieces are compared, joined and kept: the part of a `PageDestination` that a merge needs. */
export interface PageDialect {
  canonical(text: string): string
  join(blocks: readonly PageBlock[]): string
  /** In whose spelling a piece is written that nobody changed. */
  readonly keeps: 'ours' | 'theirs'
}

/** One of the two that write on a page. */
export type Side = 'ours' | 'theirs'

/** A page's units, what each side did to them, and the pieces that belong to any range of them. */
export interface EditedPage {
  /** How many units there are. */
  readonly units: number
  readonly edits: Readonly<Record<Side, readonly PageEdit[]>>
  readonly keeps: Side
  canonical(blocks: readonly PageBlock[]): readonly string[]
  join(blocks: readonly PageBlock[]): string
  /** Units that nobody changed, in the spelling that the place wants. */
  unchanged(from: number, to: number): readonly PageBlock[]
  /** A side's own version of what a group with edits of its covers. */
  version(side: Side, group: EditGroup): readonly PageBlock[]
  /** Units as a side had them before. */
  was(side: Side, from: number, to: number): readonly PageBlock[]
  /** What an edit put there. */
  became(side: Side, edit: PageEdit): readonly PageBlock[]
}

/** Finds what each side changed. Footers are passed over. */
export function editedPage(sides: PageSides, dialect: PageDialect): EditedPage {
  const texts = canonicalTexts(dialect)
  const then = { ours: sides.oursThen.filter(isText), theirs: sides.theirsThen.filter(isText) }
  const now = { ours: sides.oursNow.filter(isText), theirs: sides.theirsNow.filter(isText) }
  const before = { ours: texts(then.ours), theirs: texts(then.theirs) }
  const units = unitsOf(before.ours, before.theirs)
  const ranges = { ours: units.map(({ ours }) => ours), theirs: units.map(({ theirs }) => theirs) }
  const edits = {
    ours: liftEdits(editsBetween(before.ours, texts(now.ours)), ranges.ours),
    theirs: liftEdits(editsBetween(before.theirs, texts(now.theirs)), ranges.theirs),
  }
  /** Where a unit's pieces begin among those before; for the end, how many there are. */
  const start = (side: Side, unit: number): number => ranges[side][unit]?.[0] ?? then[side].length
  const moved = {
    ours: shifts(edits.ours, units.length, (unit) => start('ours', unit)),
    theirs: shifts(edits.theirs, units.length, (unit) => start('theirs', unit)),
  }
  return {
    units: units.length,
    edits,
    keeps: dialect.keeps,
    canonical: texts,
    join: (blocks) => dialect.join(blocks),
    unchanged(from, to) {
      const side = dialect.keeps
      const shift = moved[side][from] ?? 0
      return from < to ? now[side].slice(start(side, from) + shift, start(side, to) + shift) : []
    },
    version(side, group) {
      const [first, last] = [group[side][0], group[side].at(-1)]
      if (first === undefined || last === undefined) return []
      const ahead = start(side, first.from) - start(side, group.from)
      return now[side].slice(first.nowFrom - ahead, last.nowTo + start(side, group.to) - start(side, last.to))
    },
    was: (side, from, to) => then[side].slice(start(side, from), start(side, to)),
    became: (side, { nowFrom, nowTo }) => now[side].slice(nowFrom, nowTo),
  }
}

const isText = ({ kind }: PageBlock): boolean => kind !== 'footer'

function canonicalTexts(dialect: PageDialect): (blocks: readonly PageBlock[]) => string[] {
  const known = new Map<string, string>()
  return (blocks) =>
    blocks.map(({ text }) => {
      const made = known.get(text) ?? dialect.canonical(text)
      known.set(text, made)
      return made
    })
}

/** How far the pieces of each unit moved, what was inserted right before it included. */
function shifts(edits: readonly PageEdit[], units: number, start: (unit: number) => number): number[] {
  const found: number[] = []
  let shift = 0
  let next = 0
  for (let unit = 0; unit <= units; unit++) {
    for (let edit = edits[next]; edit !== undefined && edit.to <= unit; edit = edits[++next]) shift = edit.nowTo - start(edit.to)
    found.push(shift)
  }
  return found
}
