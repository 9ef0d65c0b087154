import type { PhrasingContent } from 'mdast'

/** The marks around a piece of inline content. */
export interface Marks {
  readonly link: { readonly url: string; readonly title: string | null } | null
  readonly strong: boolean
  readonly emphasis: boolean
  readonly delete: boolean
}

/** A piece of inline content that has no marks inside it, and the marks around it. */
export interface Run {
  readonly leaf: PhrasingContent
  readonly marks: Marks
}

/** None. */
export const NO_MARKS: Marks = { link: null, strong: false, emphasis: false, delete: false }
const ORDER = ['link', 'strong', 'emphasis', 'delete'] as const

/** Pieces as nodes: merged, with spaces outside marks and at no edge, and marks nested in one order. */
export function nodesOfRuns(runs: readonly Run[]): PhrasingContent[] {
  return nest(trimmed(merged(spacesOutside(merged(apart(merged(runs)))))), 0)
}

function sameLink(a: Marks['link'], b: Marks['link']): boolean {
  return a === b || (a !== null && b !== null && a.url === b.url && a.title === b.title)
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a === b || (a.strong === b.strong && a.emphasis === b.emphasis && a.delete === b.delete && sameLink(a.link, b.link))
}

function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if ((run.leaf.type === 'text' || run.leaf.type === 'inlineCode') && last?.leaf.type === run.leaf.type && sameMarks(last.marks, run.marks)) {
      result[result.length - 1] = { leaf: { type: run.leaf.type, value: last.leaf.value + run.leaf.value }, marks: last.marks }
    } else if (run.leaf.type !== 'text' || run.leaf.value !== '') result.push(run)
  }
  return result
}

/** A directive straight after a footnote's reference would read as the footnote's definition. */
function apart(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) => {
    const joined = run.leaf.type === 'textDirective' && runs[index - 1]?.leaf.type === 'footnoteReference'
    return joined ? [{ leaf: { type: 'text', value: ' ' }, marks: run.marks }, run] : [run]
  })
}

/** White space at the edge of a mark goes outside: it carries only the marks that what stands before and after it share. */
function spacesOutside(runs: readonly Run[]): Run[] {
  const pieces: Run[] = []
  for (const run of runs) {
    const match = run.leaf.type === 'text' ? /^(\s*)([^]*?)(\s*)$/.exec(run.leaf.value) : null
    if (match === null) pieces.push(run)
    else for (const value of match.slice(1)) if (value !== '') pieces.push({ leaf: { type: 'text', value }, marks: run.marks })
  }
  let before = NO_MARKS
  for (let start = 0; start < pieces.length; start++) {
    const piece = pieces[start]
    if (piece === undefined || isSolid(piece)) {
      before = piece?.marks ?? before
      continue
    }
    let end = start
    let marks = before
    for (let next: Run | undefined = piece; next !== undefined && !isSolid(next); next = pieces[++end]) marks = shared(marks, next.marks)
    marks = shared(marks, pieces[end]?.marks ?? NO_MARKS)
    for (; start < end; start++) pieces[start] = { leaf: pieces[start]?.leaf ?? piece.leaf, marks }
    start--
  }
  return pieces
}

function isSolid({ leaf }: Run): boolean {
  return leaf.type !== 'break' && (leaf.type !== 'text' || /\S/.test(leaf.value))
}

/** The marks around both, from the outermost in; where they part, nothing further in is shared. */
function shared(a: Marks, b: Marks): Marks {
  if (!sameLink(a.link, b.link)) return NO_MARKS
  const { link, strong } = a
  if (strong !== b.strong) return { ...NO_MARKS, link }
  if (a.emphasis !== b.emphasis) return { ...NO_MARKS, link, strong }
  return { link, strong, emphasis: a.emphasis, delete: a.delete && b.delete }
}

/** Without spaces and breaks at both ends, and without spaces around breaks. */
function trimmed(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.leaf.type === 'break') {
      trimEnd(result)
      if (result.length > 0) result.push(run)
    } else if (run.leaf.type === 'text' && (last === undefined || last.leaf.type === 'break')) {
      const value = run.leaf.value.replace(/^ +/, '')
      if (value !== '') result.push({ leaf: { type: 'text', value }, marks: run.marks })
    } else result.push(run)
  }
  trimEnd(result)
  while (result.at(-1)?.leaf.type === 'break') {
    result.pop()
    trimEnd(result)
  }
  return merged(result)
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last?.leaf.type === 'text' && last.leaf.value.endsWith(' '); last = runs.at(-1)) {
    runs.pop()
    const value = last.leaf.value.replace(/ +$/, '')
    if (value !== '') runs.push({ leaf: { type: 'text', value }, marks: last.marks })
  }
}

function nest(runs: readonly Run[], level: number): PhrasingContent[] {
  const mark = ORDER[level]
  if (mark === undefined) return runs.map((run) => run.leaf)
  const nodes: PhrasingContent[] = []
  for (let start = 0; start < runs.length;) {
    const first = runs[start]
    if (first === undefined) break
    let end = start + 1
    for (let next = runs[end]; next !== undefined && sameMark(mark, first, next); next = runs[end]) end++
    const children = nest(runs.slice(start, end), level + 1)
    const { link } = first.marks
    if (mark === 'link' && link !== null) nodes.push({ type: 'link', url: link.url, title: link.title, children })
    else if (mark !== 'link' && first.marks[mark]) nodes.push({ type: mark, children })
    else nodes.push(...children)
    start = end
  }
  return nodes
}

function sameMark(mark: (typeof ORDER)[number], a: Run, b: Run): boolean {
  return mark === 'link' ? sameLink(a.marks.link, b.marks.link) : a.marks[mark] === b.marks[mark]
}
