/** How a piece of a line looks, and where it leads: Notion's annotations and link. */
export interface Marks {
  /** An address; empty where there is none. */
  readonly link: string
  readonly bold: boolean
  readonly italic: boolean
  readonly strikethrough: boolean
  readonly underline: boolean
  /** A colour of Notion's Markdown (`red`, `yellow_bg`); empty for the usual one. */
  readonly color: string
}

/** None. */
export const NO_MARKS: Marks = { link: '', bold: false, italic: false, strikethrough: false, underline: false, color: '' }

/** The marks in the order in which they nest, from the outermost. */
export const MARK_ORDER = ['link', 'bold', 'italic', 'strikethrough', 'underline', 'color'] as const

/** A piece of a line that looks the same from its beginning to its end. Both writings of Notion are made of them: its Markdown and its rich text. */
export interface Run {
  /** `tag`: a tag of Markdown that means nothing inside a line; it is kept for comparing alone. */
  readonly kind: 'text' | 'code' | 'break' | 'formula' | 'person' | 'page' | 'database' | 'date' | 'tag'
  /** What is read: words, code, a formula, a name. */
  readonly text: string
  /** Of a mention: the id of the person, page or database, or the attributes of the date. Empty for all others. */
  readonly target: string
  readonly marks: Marks
}

/** Adds text to runs: to the last of them where it looks the same. */
export function pushText(runs: Run[], text: string, marks: Marks): void {
  const last = runs.at(-1)
  if (last?.kind === 'text' && last.marks === marks) runs[runs.length - 1] = { kind: 'text', text: last.text + text, target: '', marks }
  else if (text !== '') runs.push({ kind: 'text', text, target: '', marks })
}

/** Adds a run to others. */
export function pushRun(runs: Run[], run: Run): void {
  if (run.kind === 'text') pushText(runs, run.text, run.marks)
  else runs.push(run)
}

/** Whether two pieces look the same. */
export function sameMarks(one: Marks, other: Marks): boolean {
  return one === other || MARK_ORDER.every((mark) => one[mark] === other[mark])
}
