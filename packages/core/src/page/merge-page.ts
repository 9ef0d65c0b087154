import { gatherEdits, type EditGroup } from './gather-edits.ts'
import { interleave } from './interleave.ts'
import type { MergeConflict, PageChange } from './page-change.ts'
import type { PageBlock } from './page-destination.ts'
import type { PageEdit } from './page-edits.ts'
import { editedPage, type EditedPage, type PageDialect, type PageSides, type Side } from './edited-page.ts'

/** Whose text stays where both changed the same, by the words of the section's heading; null: undecided. */
export type Decide = (section: string) => 'ours' | 'theirs' | null

/** What a merge came to. `blocks` may be written when `conflicts` is empty. */
export interface PageMerge {
  readonly blocks: readonly PageBlock[]
  /** Where both changed the same and nobody decided. */
  readonly conflicts: readonly MergeConflict[]
  /** All that they changed, but what we changed alike. */
  readonly theirs: readonly PageChange[]
  /** What of their changes stays. */
  readonly kept: readonly PageChange[]
  /** All that we change. */
  readonly ours: readonly PageChange[]
  /** What the page was compared with, as each side has it, with what both changed alike: of that nothing is anybody's change any more. */
  readonly agreed: Readonly<Record<Side, readonly PageBlock[]>>
}

/**
 * Their changes and ours on one page. Two changes conflict only when they touch the same piece, or when one side wrote inside of what the other took away
 * whole; what both changed alike is no conflict, and of two insertions at one place both stay. Pieces of kind `footer` are ours always.
 */
export function mergePage(sides: PageSides, dialect: PageDialect, decide: Decide): PageMerge {
  const page = editedPage(sides, dialect)
  const blocks: PageBlock[] = []
  const conflicts: MergeConflict[] = []
  const theirs: PageChange[] = []
  const kept: PageChange[] = []
  const agreed = { ours: [] as PageBlock[], theirs: [] as PageBlock[] }
  let unit = 0
  for (const group of gatherEdits(page.edits.ours, page.edits.theirs)) {
    for (const block of page.unchanged(unit, group.from)) blocks.push(block)
    const alike = areAlike(page, group)
    for (const side of SIDES)
      agreed[side].push(...page.was(side, unit, group.from), ...(alike ? page.version(side, group) : page.was(side, group.from, group.to)))
    unit = group.to
    const settled = settle(page, group, decide)
    if (settled === null) conflicts.push(conflictOf(page, group))
    for (const block of settled?.blocks ?? page.version('theirs', group)) blocks.push(block)
    const changes = group.theirs.map((edit) => changeOf(page, 'theirs', edit))
    if (!alike) theirs.push(...changes)
    if (settled?.theirsStay === true) kept.push(...changes)
  }
  for (const block of page.unchanged(unit, page.units)) blocks.push(block)
  blocks.push(...sides.oursNow.filter(isFooter))
  for (const side of SIDES) agreed[side].push(...page.was(side, unit, page.units), ...sides[`${side}Then`].filter(isFooter))
  const ours = page.edits.ours.map((edit) => changeOf(page, 'ours', edit))
  return { blocks, conflicts, theirs, kept, ours, agreed }
}

const SIDES = ['ours', 'theirs'] as const
const isFooter = ({ kind }: PageBlock): boolean => kind === 'footer'

/** Whether both sides made the same of what a group covers. */
function areAlike(page: EditedPage, group: EditGroup): boolean {
  if (group.ours.length === 0 || group.theirs.length === 0) return false
  const [ours, theirs] = [page.canonical(page.version('ours', group)), page.canonical(page.version('theirs', group))]
  return ours.length === theirs.length && ours.every((text, index) => text === theirs[index])
}

interface Settled {
  readonly blocks: readonly PageBlock[]
  readonly theirsStay: boolean
}

/** What stands where a group of edits was; null where both changed the same and nobody decided. */
function settle(page: EditedPage, group: EditGroup, decide: Decide): Settled | null {
  const ours = page.version('ours', group)
  const theirs = page.version('theirs', group)
  if (group.theirs.length === 0) return { blocks: ours, theirsStay: true }
  if (group.ours.length === 0) return { blocks: theirs, theirsStay: true }
  const texts = { ours: page.canonical(ours), theirs: page.canonical(theirs) }
  if (areAlike(page, group)) return { blocks: page.keeps === 'ours' ? ours : theirs, theirsStay: true }
  if (group.from === group.to) {
    // First what goes on with the section before it, so that it stays in it.
    const goesOn = (side: Side, blocks: readonly PageBlock[]): boolean => blocks[0]?.section === page.was(side, 0, group.from).at(-1)?.section
    const first = goesOn('ours', ours) && !goesOn('theirs', theirs) ? 'ours' : 'theirs'
    return { blocks: interleave({ ours, theirs }, texts, { first, spelling: page.keeps }), theirsStay: true }
  }
  if ([...group.ours, ...group.theirs].every((edit) => edit.nowFrom === edit.nowTo)) return { blocks: [], theirsStay: true }
  const decided = decide(conflictOf(page, group).section)
  if (decided === null) return null
  return decided === 'ours' ? { blocks: ours, theirsStay: false } : { blocks: theirs, theirsStay: true }
}

function conflictOf(page: EditedPage, group: EditGroup): MergeConflict {
  const touched = group.theirs[0]
  return {
    section: touched === undefined ? '' : changeOf(page, 'theirs', touched).section,
    before: page.join(page.was('theirs', group.from, group.to)),
    theirs: page.join(page.version('theirs', group)),
    ours: page.join(page.version('ours', group)),
  }
}

/** An edit for people: under which heading, what it was and what it is. */
function changeOf(page: EditedPage, side: Side, edit: PageEdit): PageChange {
  const before = page.was(side, edit.from, edit.to)
  const after = page.became(side, edit)
  return { section: (before[0] ?? after[0])?.section ?? '', before: page.join(before), after: page.join(after) }
}
