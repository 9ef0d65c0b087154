import { MARK_ORDER, NO_MARKS, sameMarks, type Marks, type Run } from './run.ts'

/** Runs in their one normal form: neighbours that look the same are one, no mark begins or ends with a space, and there are none at the ends and around breaks. */
export function normalRuns(runs: readonly Run[]): Run[] {
  return isNormal(runs) ? [...runs] : merged(trimmed(merged(spacesOutside(merged(runs)))))
}

/** Whether runs are plainly normal already, as those of nearly every line are; false where that cannot be seen at one look. */
function isNormal(runs: readonly Run[]): boolean {
  return runs.every(({ kind, text, marks }, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]]
    if (kind === 'break' || kind === 'tag' || (before?.kind === kind && sameMarks(before.marks, marks))) return false
    if (kind !== 'text') return kind !== 'code' || text !== ''
    if (text === '' || SPACES.test(text)) return false
    const edge =
      marks === NO_MARKS
        ? (before === undefined && text.startsWith(' ')) || (after === undefined && text.endsWith(' ')) || text === ' '
        : text.startsWith(' ') || text.endsWith(' ')
    return !edge
  })
}

/** Spaces that are not one. */
const SPACES = /\s\s|[^\S ]/

const squeezed = (text: string): string => (SPACES.test(text) ? text.replace(/\s+/g, ' ') : text)

function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last !== undefined && (run.kind === 'text' || run.kind === 'code') && last.kind === run.kind && sameMarks(last.marks, run.marks))
      result[result.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '' || (run.kind !== 'text' && run.kind !== 'code')) result.push(run)
  }
  return result.map((run) => (run.kind === 'text' ? { ...run, text: squeezed(run.text) } : run))
}

/** A space at the edge of a mark goes outside: it has only the marks that what stands before and after it share. */
function spacesOutside(runs: readonly Run[]): Run[] {
  const pieces: Run[] = []
  for (const run of runs) {
    const parts = run.kind === 'text' ? /^(\s*)([^]*?)(\s*)$/.exec(run.text) : null
    if (parts === null) pieces.push(run)
    else for (const text of parts.slice(1)) if (text !== '') pieces.push({ ...run, text })
  }
  let before = NO_MARKS
  for (let start = 0; start < pieces.length;) {
    const piece = pieces[start] as Run
    if (isSolid(piece)) {
      before = piece.marks
      start++
      continue
    }
    let end = start
    let marks = before
    for (let next = pieces[end]; next !== undefined && !isSolid(next); next = pieces[++end]) marks = shared(marks, next.marks)
    marks = shared(marks, pieces[end]?.marks ?? NO_MARKS)
    for (; start < end; start++) pieces[start] = { ...(pieces[start] as Run), marks }
  }
  return pieces
}

const isSolid = ({ kind, text }: Run): boolean => kind !== 'break' && kind !== 'tag' && (kind !== 'text' || /\S/.test(text))

/** The marks around both, from the outermost in; where they part, nothing further in is shared. */
function shared(one: Marks, other: Marks): Marks {
  if (one === other) return one
  const parts = MARK_ORDER.findIndex((mark) => one[mark] !== other[mark])
  const same = MARK_ORDER.slice(0, parts < 0 ? undefined : parts).filter((mark) => one[mark] !== NO_MARKS[mark])
  return same.length === 0 ? NO_MARKS : { ...NO_MARKS, ...Object.fromEntries(same.map((mark) => [mark, one[mark]])) }
}

function trimmed(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  const trimEnd = (): void => {
    const last = result.at(-1)
    if (last?.kind !== 'text' || !last.text.endsWith(' ')) return
    result.pop()
    const text = last.text.trimEnd()
    if (text !== '') result.push({ ...last, text })
  }
  for (const run of runs) {
    const last = result.at(-1)
    const atStart = last === undefined || last.kind === 'break' || last.kind === 'tag'
    if (run.kind === 'break' || run.kind === 'tag') {
      trimEnd()
      if (run.kind === 'tag' || result.length > 0) result.push(run)
    } else if (run.kind === 'text' && atStart) {
      const text = run.text.trimStart()
      if (text !== '') result.push({ ...run, text })
    } else result.push(run)
  }
  trimEnd()
  while (result.at(-1)?.kind === 'break') {
    result.pop()
    trimEnd()
  }
  return result
}
