import { normalRuns } from './normal-runs.ts'
import { MARK_ORDER, NO_MARKS, type Run } from './run.ts'

/** Runs → a line of Notion-flavoured Markdown. The same runs in whatever pieces give the same line. */
export function printRuns(runs: readonly Run[]): string {
  return nested(normalRuns(runs), 0)
}

function nested(runs: readonly Run[], level: number): string {
  const mark = MARK_ORDER[level]
  if (mark === undefined) return runs.map(leaf).join('')
  let text = ''
  for (let start = 0; start < runs.length;) {
    const first = runs[start] as Run
    if (first.marks === NO_MARKS) {
      text += leaf(first)
      start++
      continue
    }
    const value = first.marks[mark]
    let end = start + 1
    while (end < runs.length && runs[end]?.marks[mark] === value) end++
    // Behind an exclamation mark a link would be an image.
    if (mark === 'link' && value !== '' && text.endsWith('!')) text = `${text.slice(0, -1)}\\!`
    text += around(mark, value, nested(start === 0 && end === runs.length ? runs : runs.slice(start, end), level + 1))
    start = end
  }
  return text
}

const SIGNS: Readonly<Record<string, string>> = { bold: '**', italic: '*', strikethrough: '~~' }

function around(mark: (typeof MARK_ORDER)[number], value: string | boolean, text: string): string {
  if (value === '' || value === false) return text
  if (mark === 'link') return `[${text}](${addressText(String(value))})`
  if (mark === 'underline') return `<span underline="true">${text}</span>`
  return mark === 'color' ? `<span color="${attribute(String(value))}">${text}</span>` : `${SIGNS[mark] ?? ''}${text}${SIGNS[mark] ?? ''}`
}

function leaf({ kind, text, target }: Run): string {
  switch (kind) {
    case 'text':
      return escapeText(text)
    case 'code':
      return code(text)
    case 'break':
      return '<br>'
    case 'formula':
      return `$${text.replace(/[\\$]/g, '\\$&')}$`
    case 'person':
      return `<mention-user url="user://${attribute(target)}">${escapeText(text)}</mention-user>`
    case 'page':
    case 'database':
      return `<mention-${kind} url="https://www.notion.so/${attribute(target)}">${escapeText(text)}</mention-${kind}>`
    case 'date':
      return `<mention-date ${target}/>`
    default:
      return text
  }
}

/** An address between parentheses. */
export const addressText = (url: string): string => (/[()]/.test(url) ? url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')) : url)

function code(value: string): string {
  const text = value.replace(/\s+/g, ' ')
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`
}

/** Text with everything escaped that Notion reads as markup outside of code. */
export function escapeText(text: string): string {
  return MARKUP.test(text) ? text.replace(/[\\*~`$[\]<>{}|^]/g, '\\$&').replace(/\s+/g, ' ') : text
}

/** What has to be escaped, and spaces that are not one. */
const MARKUP = /[\\*~`$[\]<>{}|^]|\s\s|[^\S ]/

/** A line with what would make it a block of another kind escaped. */
export function escapeStart(line: string): string {
  return line.replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{3,}$|:{3,})/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** The value of an attribute of a tag. */
export const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
