import type { Found } from './finding.ts'
import { distance, momentsOf, spansOf, type Moment } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'

interface Row {
  readonly passage: Passage
  readonly moment: Moment
  readonly group: string
}

/** Rows that begin with a time, in runs: the items of one list, the rows of one table, headings in a row. */
export function timelineRows(passages: readonly Passage[]): Row[][] {
  const runs: Row[][] = []
  let current: Row[] = []
  let seenRow: number | null = null
  for (const passage of passages) {
    const firstCell = passage.row === null || passage.row !== seenRow
    seenRow = passage.row
    if (!firstCell) continue
    const [moment] = momentsOf(passage.text.slice(0, 80))
    const leads = moment !== undefined && moment.minute !== null && /^[\s*[(@|–-]*(?:(?:at |on ))?$/.test(passage.text.slice(0, moment.from))
    if (passage.kind === 'heading' && !leads) {
      if (current.length > 1) runs.push(current)
      current = []
      continue
    }
    const leaves =
      passage.row === null &&
      passage.kind !== 'heading' &&
      current[0]?.group.startsWith('paragraph') === true &&
      passage.listDepth < current[0].passage.listDepth
    if (!leads && (leaves || (passage.text.length < 60 && DAY_LINE.test(passage.text)))) {
      if (current.length > 1) runs.push(current)
      current = []
    }
    if (!leads || moment === undefined) continue
    const group = passage.kind === 'heading' ? 'heading' : `${passage.kind}${passage.row === null ? passage.listDepth : 'row'}`
    if (current[0] !== undefined && current[0].group !== group) {
      if (group !== 'heading' && current[0].group === 'heading') continue
      if (current.length > 1) runs.push(current)
      current = []
    }
    current.push({ passage, moment, group })
  }
  if (current.length > 1) runs.push(current)
  return runs
}

/** A line of its own that says which day the rows below it are of. */
const DAY_LINE = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|day\b|\d{4}-\d\d|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/i

const HALF_DAY = 720

/** A row that is before the row above it. Over midnight a clock without a date may fall by more than half a day. */
export function timelineOrder(passages: readonly Passage[]): Found[] {
  const found: Found[] = []
  for (const rows of timelineRows(passages)) {
    if (isNewestFirst(rows)) continue
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1]
      if (before === undefined || step(before.moment, row.moment) >= 0) continue
      const shown = before.passage.text.slice(before.moment.from, before.moment.to)
      const message = `This row is earlier than the row above it (${shown}).`
      const hint = 'Put the rows in the order in which things happened, or correct the time; give the date where a day begins.'
      found.push(foundAt(row.passage, [row.moment.from, row.moment.to], { rule: 'timeline-order', message, hint }))
    }
  }
  return found
}

function isNewestFirst(rows: readonly Row[]): boolean {
  const steps = rows.slice(1).map((row, index) => step(rows[index]?.moment ?? row.moment, row.moment))
  return rows.length > 3 && steps.filter((one) => one < 0).length > steps.filter((one) => one > 0).length * 2
}

function step(before: Moment, after: Moment): number {
  const apart = distance(before, after)
  if (before.zone !== after.zone && before.zone !== '' && after.zone !== '') return 0
  if (apart !== null) return apart
  if (after.day !== null && (before.day === null || before.yearless !== after.yearless)) return 0
  const fall = (after.minute ?? 0) - (before.minute ?? 0)
  return fall < -HALF_DAY ? 1 : fall
}

/** `12:07:00 (+7mins)`: a row whose elapsed time does not fit the rows around it. */
export function elapsedTimes(passages: readonly Passage[]): Found[] {
  const found: Found[] = []
  for (const rows of timelineRows(passages)) {
    const starts = rows.flatMap((row) => {
      const after = row.passage.text.slice(row.moment.to, row.moment.to + 30)
      if (!/^[\s*]*\(\+/.test(after)) return []
      const [span] = spansOf(after.replace('+', ' '))
      return span === undefined ? [] : [{ row, span, start: (row.moment.minute ?? 0) - span.minutes }]
    })
    const first = rows[0]?.moment.minute
    const base = starts.some((one) => Math.abs(one.start - (first ?? 0)) < 1.01) ? first : starts[0]?.start
    for (const { row, span, start } of starts) {
      if (Math.abs(start - (base ?? start)) % 1440 <= Math.max(1.01, span.tolerance) || Math.abs((Math.abs(start - (base ?? start)) % 1440) - 1440) < 1.01)
        continue
      const message = 'The elapsed time does not fit the times of the other rows.'
      const hint = 'Correct the time or the elapsed time.'
      found.push(foundAt(row.passage, [row.moment.from, row.moment.to + span.to], { rule: 'duration', message, hint }))
    }
  }
  return found
}
