import { NO_MARKS, pushText, type Marks, type Run } from './run.ts'

/** A line of Notion-flavoured Markdown → its runs. What is no markup is text; a mark that is never closed is its sign. */
export function readRuns(line: string): Run[] {
  if (!MARKUP.test(line)) return line === '' ? [] : [{ kind: 'text', text: line, target: '', marks: NO_MARKS }]
  return runsOf(line, NO_MARKS)
}

const MARKUP = /[\\*~`$[<]/

/** In this order: what is escaped, code, signs of marks, a link, a formula, a tag, text. */
const TOKEN = /\\([!-/:-@[-`{-~])|(`+)|(\*+|~~)|(\[)|\$((?:\\[^]|[^$\\\n])+)\$|(<\/?[a-z][^<>]*>)|([^\\*~`$[<]+|[^])/y

function runsOf(line: string, marks: Marks): Run[] {
  /** Runs, and between them the signs that switch a mark. */
  const found: (Run | string)[] = []
  const push = (kind: Run['kind'], text: string): void => {
    const last = found.at(-1)
    if (kind === 'text' && typeof last === 'object') pushText(found as Run[], text, marks)
    else found.push({ kind, text, target: '', marks })
  }
  for (let at = 0; at < line.length;) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(line)
    if (match === null) break
    const [whole, escaped, fence, sign, link, formula, tag, text] = match
    at += whole.length
    if (text !== undefined) push('text', text)
    else if (escaped !== undefined) push('text', escaped)
    else if (sign !== undefined) found.push(sign)
    else if (formula !== undefined) push('formula', formula.replace(/\\([\\$])/g, '$1'))
    else {
      const runs = found as Run[]
      const end =
        fence !== undefined
          ? codeAt(line, at, { fence, push })
          : link !== undefined
            ? linkAt(line, at, { marks, runs })
            : tagAt(line, at, { tag: tag ?? '', marks, runs })
      if (end === null) push('text', whole)
      else at = end
    }
  }
  return switched(found, marks)
}

const SWITCHES: Readonly<Record<string, readonly Switch[]>> = {
  '*': ['italic'],
  '**': ['bold'],
  '***': ['bold', 'italic'],
  '~~': ['strikethrough'],
  '****': [],
}
type Switch = 'bold' | 'italic' | 'strikethrough'

/** Runs with the marks that the signs between them switch. The last of an odd number of signs opens nothing: it is text. */
function switched(found: readonly (Run | string)[], marks: Marks): Run[] {
  const left: Record<Switch, number> = { bold: 0, italic: 0, strikethrough: 0 }
  for (const item of found) if (typeof item === 'string') for (const mark of SWITCHES[item] ?? []) left[mark]++
  const open: Record<Switch, boolean> = { bold: false, italic: false, strikethrough: false }
  const isPlain = (): boolean => !open.bold && !open.italic && !open.strikethrough
  const under = (own: Marks): Marks =>
    isPlain() ? own : { ...own, bold: own.bold !== open.bold, italic: own.italic !== open.italic, strikethrough: own.strikethrough !== open.strikethrough }
  const runs: Run[] = []
  for (const item of found) {
    if (typeof item !== 'string') {
      runs.push(isPlain() ? item : { ...item, marks: under(item.marks) })
      continue
    }
    for (const mark of SWITCHES[item] ?? []) {
      left[mark]--
      if (open[mark] || left[mark] > 0) open[mark] = !open[mark]
      else runs.push({ kind: 'text', text: SIGNS[mark], target: '', marks: under(marks) })
    }
    if (SWITCHES[item] === undefined) runs.push({ kind: 'text', text: item, target: '', marks: under(marks) })
  }
  return runs
}

const SIGNS: Readonly<Record<Switch, string>> = { bold: '**', italic: '*', strikethrough: '~~' }

function codeAt(line: string, at: number, { fence, push }: { fence: string; push: (kind: Run['kind'], text: string) => void }): number | null {
  for (let end = line.indexOf(fence, at); end >= 0; end = line.indexOf(fence, end)) {
    let stop = end
    while (line[stop] === '`') stop++
    if (stop - end === fence.length) {
      const text = line.slice(at, end)
      push('code', /^ .*[^ ].* $/s.test(text) ? text.slice(1, -1) : text)
      return stop
    }
    end = stop
  }
  return null
}

interface Inside {
  readonly marks: Marks
  readonly runs: Run[]
}

function linkAt(line: string, at: number, { marks, runs }: Inside): number | null {
  let depth = 1
  let end = at
  for (; end < line.length && depth > 0; end++) {
    if (line[end] === '\\') end++
    else if (line[end] === '[') depth++
    else if (line[end] === ']') depth--
    else if (line[end] === '`') end = afterCode(line, end) - 1
  }
  const address = depth === 0 ? /^\(([^)\s]*)\)/.exec(line.slice(end, end + 4000))?.[1] : undefined
  if (address === undefined) return null
  runs.push(...runsOf(line.slice(at, end - 1), { ...marks, link: marks.link === '' ? address : marks.link }))
  return end + address.length + 2
}

function afterCode(line: string, at: number): number {
  const fence = /^`+/.exec(line.slice(at))?.[0] ?? '`'
  const rest = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g')
  rest.lastIndex = at + fence.length
  return rest.exec(line) === null ? at + fence.length : rest.lastIndex
}

const MENTION = /^<mention-(user|page|database|data-source|date)\b([^>]*?)\/?>$/

function tagAt(line: string, at: number, { tag, marks, runs }: Inside & { readonly tag: string }): number | null {
  if (/^<br\s*\/?>$/.test(tag)) {
    runs.push({ kind: 'break', text: '\n', target: '', marks })
    return at
  }
  const mention = MENTION.exec(tag)
  if (mention !== null) {
    const [, kind = '', attributes = ''] = mention
    const close = tag.endsWith('/>') ? null : line.indexOf(`</mention-${kind}>`, at)
    const words = close === null || close < 0 ? '' : line.slice(at, close)
    const url = unescaped(/\burl="([^"]*)"/.exec(attributes)?.[1] ?? '')
    const text = words.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    if (kind === 'date') runs.push({ kind: 'date', text: '', target: attributes.trim(), marks })
    else runs.push({ kind: kind === 'user' ? 'person' : kind === 'page' ? 'page' : 'database', text, target: url.split('/').at(-1) ?? '', marks })
    return close === null || close < 0 ? at : close + `</mention-${kind}>`.length
  }
  const span = /^<span\b([^>]*)>$/.exec(tag)
  const close = span === null ? -1 : closeOf(line, at)
  if (close < 0) {
    runs.push({ kind: 'tag', text: tag, target: '', marks: NO_MARKS })
    return at
  }
  const color = unescaped(/\bcolor="([^"]*)"/.exec(span?.[1] ?? '')?.[1] ?? '')
  const underline = marks.underline || /\bunderline="true"/.test(span?.[1] ?? '')
  runs.push(...runsOf(line.slice(at, close), { ...marks, underline, color: color === '' ? marks.color : color }))
  return close + '</span>'.length
}

/** Where the tag ends that closes a span. */
function closeOf(line: string, at: number): number {
  let depth = 1
  for (const found of line.slice(at).matchAll(/(?<!\\)<(\/?)span\b[^<>]*>/g)) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return at + found.index
  }
  return -1
}

const unescaped = (text: string): string => text.replace(/&#(\d{1,4});/g, (_whole, code: string) => String.fromCharCode(Number(code)))
