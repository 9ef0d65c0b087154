import { BlamefreeError } from '@blamefree/core'
import type { Loss, PageOptions } from '@blamefree/core'
import { docText, paragraph, words, type AdfNode } from './adf.ts'
import { roomForIds } from './picture.ts'
import type { Writing } from './writing.ts'

/**
 * The longest description, in characters. Jira counts somewhere between the words and their JSON; we hold the JSON against it, because a refused issue burns a number
 * (JRACLOUD-78553).
 */
export const LONGEST_DESCRIPTION = 32_767

/** A description that Jira takes: whole, or without evidence and with as many rows of the timeline (or the longest table) as fit, key events and both ends first. Throws `jira/too-long`. */
export function shortened(content: readonly AdfNode[], writing: Writing, options: PageOptions): { content: readonly AdfNode[]; losses: Loss[] } {
  const whole = lengthOf(content)
  if (whole <= LONGEST_DESCRIPTION) return { content, losses: [] }
  const losses: Loss[] = []
  const lean = content.filter(({ type }) => type !== 'expand')
  if (lean.length < content.length) {
    const count = content.length - lean.length
    losses.push({ construct: 'evidence', what: 'dropped', count, message: `Evidence was left out of ${count === 1 ? '1 place' : `${count} places`}, ${WHY}.` })
  }
  const length = lean.length === content.length ? whole : lengthOf(lean)
  if (length <= LONGEST_DESCRIPTION) return { content: lean, losses }
  const { rows, name } = rowsToSpare(lean, writing)
  const notice = noticeOf({ left: rows.length, all: rows.length, name }, options)
  // The notice may say a longer number than it will, and a table that loses all rows keeps its header.
  const room = LONGEST_DESCRIPTION - (length - rows.reduce((sum, { size }) => sum + size, 0)) - JSON.stringify(notice).length - 1
  if (rows.length === 0 || room < 0) throw tooLong(length)
  const kept = fitting(rows, room, options)
  const left = rows.length - kept.size
  losses.push({
    construct: 'table',
    what: 'simplified',
    count: left,
    message: `The ${name} shows ${kept.size} of ${rows.length} rows, ${WHY}; the others are in the post-mortem.`,
  })
  return {
    content: without(lean, new Set(rows.filter(({ row }) => !kept.has(row)).map(({ row }) => row)), noticeOf({ left, all: rows.length, name }, options)),
    losses,
  }
}

function lengthOf(content: readonly AdfNode[]): number {
  const text = docText(content)
  return text.length + roomForIds(text)
}

const WHY = 'because the description of an issue holds 32,767 characters'

interface Row {
  readonly row: AdfNode
  readonly events: readonly string[]
  readonly size: number
}

/** Rows that may go: those of the timeline, or of the longest table where there is none. */
function rowsToSpare(content: readonly AdfNode[], { rows }: Writing): { readonly rows: readonly Row[]; readonly name: string } {
  const tables = content.filter(({ type }) => type === 'table').map((table) => (table.content ?? []).flatMap((row) => (rows.has(row) ? [row] : [])))
  const timelines = tables.filter(([first]) => first !== undefined && rows.get(first)?.timeline === true)
  const longest = tables.toSorted((a, b) => b.length - a.length).slice(0, 1)
  const chosen = (timelines.length > 0 ? timelines : longest).flat()
  return {
    rows: chosen.map((row) => ({ row, events: rows.get(row)?.events ?? [], size: JSON.stringify(row).length + 1 })),
    name: timelines.length > 0 ? 'timeline' : 'longest table',
  }
}

function fitting(rows: readonly Row[], room: number, { incident }: PageOptions): Set<AdfNode> {
  const key = new Set(incident?.events.filter(({ mark }) => mark.level === 'key').map(({ id }) => id))
  const rank = ({ events }: Row, index: number): number => (events.some((id) => key.has(id)) ? 0 : rows.length) + Math.min(index, rows.length - 1 - index)
  const kept = new Set<AdfNode>()
  let left = room
  for (const { row, size } of rows.map((row, index) => ({ ...row, order: rank(row, index) })).toSorted((a, b) => a.order - b.order)) {
    if (size > left) continue
    kept.add(row)
    left -= size
  }
  return kept
}

function noticeOf({ left, all, name }: { readonly left: number; readonly all: number; readonly name: string }, { footer }: PageOptions): AdfNode {
  const url = footer?.url ?? null
  const place = url === null ? words('the post-mortem') : words('the post-mortem', [{ type: 'link', attrs: { href: url } }])
  return paragraph([words(`${left} of the ${name}\u2019s ${all} rows are not shown here; see `, [{ type: 'em' }]), place, words('.')])
}

/** Without some rows; the notice stands after the last table that lost one. */
function without(content: readonly AdfNode[], gone: ReadonlySet<AdfNode>, notice: AdfNode): AdfNode[] {
  const loses = (node: AdfNode): boolean => node.type === 'table' && (node.content ?? []).some((row) => gone.has(row))
  const last = content.findLastIndex(loses)
  return content.flatMap((node, index) => {
    const lean = loses(node) ? { ...node, content: (node.content ?? []).filter((row) => !gone.has(row)) } : node
    return index === last ? [lean, notice] : [lean]
  })
}

function tooLong(length: number): BlamefreeError {
  return new BlamefreeError(
    'jira/too-long',
    `Cannot make an issue of this post-mortem: its description would have ${length} characters, and Jira takes ${LONGEST_DESCRIPTION}, even without its timeline.`,
    'Shorten the sections that people wrote, or publish to a place that takes long pages.',
  )
}
