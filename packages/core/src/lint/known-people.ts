import { readFrontMatter } from '../front-matter.ts'
import type { Passage } from './passages.ts'

const LISTS =
  /^\W{0,6}(?:authors?|created by|written by|reported by|reporter|incident (?:lead|commander)|lead|owner|active participants|participants|observers|attendees|involved|responders|commander|scribe|facilitator|reviewers?|approvers?|contributors|owners|people|team members|on-?call)\b[^:]{0,20}:/i

/** The names that a document itself gives to people, in lower case: front matter, lists of participants, `:person` directives. */
export function knownPeople(passages: readonly Passage[], source: string): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (text: string): void => {
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’-]{2,30}/gu)) names.add(word.toLowerCase())
  }
  for (const [key, value] of Object.entries(readFrontMatter(source).values ?? {}))
    if (/author|lead|reporter|participant|observer|owner/i.test(key)) add(JSON.stringify(value) ?? '')
  for (const { text } of passages) if (text.length < 300 && LISTS.test(text)) add(text.slice(text.indexOf(':')))
  for (const name of [...inRoleTables(passages), ...underRoleHeadings(passages)]) add(name)
  // `@ana-lee` is written Ana elsewhere.
  for (const [, handle = ''] of source.matchAll(/(?<![\w@.])@([a-z][\w-]{1,38})/gi)) names.add(handle.toLowerCase().split(/[-_]/)[0] ?? '')
  for (const match of source.matchAll(/:person\[([^\]\n]{1,80})\]/g)) add(match[1] ?? '')
  return names
}

const ROLE =
  /^\W*(?:incident )?(?:lead|commander|reporter|reported by|author|authors|owner|scribe|responders?|participants?|communications(?: lead)?|on-?call|facilitator|observers?)\W*$/i
const PERSON_COLUMN = /^\W*(?:name|person|who|engineer|owner|assignee)\W*$/i

/** The cells beside a role's name (`| Lead | Ana Lee |`), and those under a heading such as Name. */
function inRoleTables(passages: readonly Passage[]): string[] {
  const found: string[] = []
  let columns: number[] = []
  let column = 0
  for (const [index, { row, header, text }] of passages.entries()) {
    if (row === null) continue
    column = passages[index - 1]?.row === row ? column + 1 : 0
    if (header && column === 0) columns = []
    if (header && PERSON_COLUMN.test(text)) columns.push(column)
    else if (!header && columns.includes(column) && text.length < 60) found.push(text)
    const before = passages[index - 1]
    if (before?.row === row && text.length < 120 && ROLE.test(before.text)) found.push(text)
  }
  return found
}

const ROLE_HEADING = /^\W*(?:authors?|participants|responders|attendees|people involved|who was involved|incident team)\W*$/i

/** The items of a list under a heading such as Authors. */
function underRoleHeadings(passages: readonly Passage[]): string[] {
  const found: string[] = []
  let inside = false
  for (const { kind, text } of passages) {
    if (kind === 'heading') inside = ROLE_HEADING.test(text)
    else if (inside && text.length < 80) found.push(text)
  }
  return found
}
