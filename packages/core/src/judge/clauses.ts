/** A part of a text that can be true or asked on its own: in lower case, straight quotes, without code, quotations and Markdown marks. */
export interface Clause {
  readonly text: string
  /** Ends with a question mark, or with a shrug: nothing is claimed. */
  readonly asked: boolean
}

/**
 * A text's clauses: sentences, lines, and the parts on both sides of `but` and dashes. Code blocks and quoted lines say nothing.
 * Only the first 4,000 characters and 40 clauses count: what nobody reads in a chat belongs in no timeline.
 */
export function clausesOf(markdown: string): readonly Clause[] {
  const text = speech(markdown)
  const clauses: Clause[] = []
  let start = 0
  BREAK.lastIndex = 0
  for (let match = BREAK.exec(text); match !== null && clauses.length < MOST_CLAUSES; match = BREAK.exec(text)) {
    add(clauses, text.slice(start, match.index), match[0].includes('?'))
    start = match.index + match[0].length
  }
  add(clauses, text.slice(start), false)
  return clauses
}

/** What is spoken in Markdown: lower case, straight quotes; code blocks and quoted lines left out; links, mentions and marks reduced to their words. */
export function speech(markdown: string): string {
  let text = markdown.length > LONGEST ? markdown.slice(0, LONGEST) : markdown
  if (text.includes('```')) text = text.replace(/```[^`]*(?:`{1,2}[^`]+)*(?:```|$)/g, '\n')
  if (text.includes('>')) text = text.replace(/^ {0,3}>[^\n]*/gm, '')
  if (text.includes(']{')) text = text.replace(/:[a-z]{1,12}\[([^\]]{0,200})\]\{[^}]{0,400}\}/g, '@$1')
  if (text.includes('](')) text = text.replace(/\[([^\]]{0,400})\]\(([^)\s]{0,2000})\)/g, '$1 $2')
  if (text.includes('\\')) text = text.replace(/\\(?:\n|([!-/:-@[-`{-~]))/g, (_, sign: string | undefined) => sign ?? '\n')
  if (MARKS.test(text)) text = text.replace(/[*`~“”]+|(?<![a-zA-Z0-9])_+|_+(?![a-zA-Z0-9])/g, '')
  if (text.includes('’')) text = text.replaceAll('’', "'")
  return text.toLowerCase()
}

function add(clauses: Clause[], raw: string, asked: boolean): void {
  const text = raw.trim()
  if (text !== '') clauses.push({ text: text.includes('  ') ? text.replace(/\s+/g, ' ') : text, asked: asked || SHRUG.test(text) })
}

const LONGEST = 4000
const MOST_CLAUSES = 40
const SHRUG = /\(ツ\)|:(?:person_)?shrug/
const MARKS = /[*`~_“”]/
const BREAK = /[.!?;…]+(?=[\s)"']|$)|\n+|,? but | [–—-] |: (?=\S)/g
