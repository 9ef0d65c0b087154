import { codeLanguage, PLAIN } from './code-language.ts'
import { IMAGE_LINE, withoutAddresses } from './images.ts'
import { escapeStart, printRuns } from './inline/print-runs.ts'
import { readRuns } from './inline/read-runs.ts'
import { FENCE } from './lines.ts'

/**
 * A piece without what Notion changes by itself: the signed addresses of files, indentation of tables, widths and colours of theirs, needless escapes, the order and
 * the edges of marks, the names of people who are mentioned and of languages of code.
 */
export function canonical(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const table = /^\s*<(?:table|tr)\b/.test(lines[0] ?? '')
  return table ? tableText(lines) : linesText(lines)
}

function tableText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => !/^<\/?(?:colgroup|col)\b/.test(line))
    .join('')
    .split(/(<\/?(?:table|tr|td|th)\b[^>]*>)/)
    .map((part, index) => (part === '' || BARE.has(part) ? part : index % 2 === 1 ? tagText(part) : inlineText(part)))
    .join('')
}

function linesText(lines: readonly string[]): string {
  const made: string[] = []
  let fence: string | null = null
  for (const line of lines) {
    const [, indent = '', rest = ''] = /^(\t*)([^]*)$/.exec(line) ?? []
    const opens = FENCE.exec(rest)
    if (fence !== null) {
      made.push(line.trimEnd())
      if (rest.trim() === fence) fence = null
    } else if (opens !== null) {
      fence = opens[1] ?? null
      const language = codeLanguage(opens[2] ?? '')
      made.push(`${indent}${fence}${language === PLAIN ? '' : language}`)
    } else made.push((indent + lineText(rest)).trimEnd())
  }
  return made.join('\n')
}

/** A line in two: what makes it a block of its kind, and its words. */
function lineText(line: string): string {
  const [, sign = '', rest = ''] = /^((?:#{1,6}|-(?: \[[ xX]\])?|\d{1,9}\.|>)(?= |$)|<\/?(?:callout|details)\b[^>]*>)?([^]*)$/.exec(line) ?? []
  const image = IMAGE_LINE.exec(rest)
  if (image !== null) return withoutAddresses(`![${inlineText(image[1] ?? '')}](${image[2] ?? ''})`)
  const words = sign === '' ? escapeStart(inlineText(rest)) : inlineText(rest.trim())
  return `${/^\d/.test(sign) ? '1.' : tagText(sign.toLowerCase())}${sign === '' || words === '' || sign.startsWith('<') ? '' : ' '}${words}`
}

const inlineText = (text: string): string =>
  !MARKED.test(text)
    ? text
    : printRuns(readRuns(text).map((run) => (run.kind === 'person' || run.kind === 'page' || run.kind === 'database' ? { ...run, text: '' } : run)))

/** Tags that say nothing but what they are. */
const BARE: ReadonlySet<string> = new Set(['tr', 'td', 'th', 'table'].flatMap((name) => [`<${name}>`, `</${name}>`]))
/** What reading and printing a line could change: signs of markup, spaces that are not one, and those at its ends. */
const MARKED = /[\\*~`$[\]<>{}|^]|\s\s|[^\S ]|^ | $/

/** A tag with those of its attributes that say something, in one order; anything else as it is. */
function tagText(tag: string): string {
  return tag.replace(/^<(table|tr|td|th|callout|details)\b([^>]*)>$/, (_whole, name: string, attributes: string) => `<${name}${kept(attributes)}>`)
}

function kept(attributes: string): string {
  const found = [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].filter(
    ([, name = '', value]) => (name === 'color' && value !== '') || name === 'icon' || name === 'header-row',
  )
  return found
    .map(([, name, value]) => ` ${name}="${value}"`)
    .toSorted()
    .join('')
}
