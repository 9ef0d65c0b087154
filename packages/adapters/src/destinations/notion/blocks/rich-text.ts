import { flagAt, recordAt, textAt } from '@blamefree/core'
import { NO_MARKS, type Marks, type Run } from '../inline/run.ts'
import { normalRuns } from '../inline/normal-runs.ts'
import { LONGEST_FORMULA, LONGEST_TEXT } from './limits.ts'

/** Runs → Notion's rich text: as few pieces as its longest text allows. A character of two halves is never parted. */
export function richText(runs: readonly Run[]): object[] {
  return joined(normalRuns(runs)).flatMap((run) => {
    const annotations = annotationsOf(run)
    const said = Object.keys(annotations).length === 0 ? {} : { annotations }
    const mention = run.kind === 'text' || run.kind === 'code' ? null : mentionOf(run)
    if (mention !== null) return [{ ...mention, ...said }]
    const link = run.marks.link === '' ? {} : { link: { url: run.marks.link } }
    return portionsOf(run.text).map((content) => ({ type: 'text', text: { content, ...link }, ...said }))
  })
}

/** Code → rich text, as it is. */
export function richCode(text: string): object[] {
  return portionsOf(text).map((content) => ({ type: 'text', text: { content } }))
}

/** Breaks are characters of rich text, and what Notion cannot hold as a mention is its words. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const text = run.kind === 'break' ? '\n' : run.text
    const plain: Run = run.kind === 'code' || mentionOf(run) !== null ? run : { ...run, kind: 'text', text: run.kind === 'tag' ? '' : text }
    const last = result.at(-1)
    if (plain.kind === 'text' && last?.kind === 'text' && JSON.stringify(last.marks) === JSON.stringify(plain.marks))
      result[result.length - 1] = { ...last, text: last.text + plain.text }
    else if (plain.kind !== 'text' || plain.text !== '') result.push(plain)
  }
  return result
}

function mentionOf({ kind, text, target }: Run): object | null {
  if (kind === 'formula') return text.length > LONGEST_FORMULA ? null : { type: 'equation', equation: { expression: text } }
  if (kind === 'person') return { type: 'mention', mention: { type: 'user', user: { id: target } } }
  if (kind === 'page' || kind === 'database') return { type: 'mention', mention: { type: kind, [kind]: { id: target } } }
  if (kind !== 'date') return null
  const said = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(target)?.[1]
  const [start, end, zone] = [said('start'), said('end'), said('timeZone')]
  if (start === undefined) return null
  return {
    type: 'mention',
    mention: { type: 'date', date: { start, ...(end === undefined ? {} : { end }), ...(zone === undefined ? {} : { time_zone: zone }) } },
  }
}

function annotationsOf({ kind, marks }: Run): Record<string, unknown> {
  const { bold, italic, strikethrough, underline, color } = marks
  const on = { bold, italic, strikethrough, underline, code: kind === 'code' }
  const annotations: Record<string, unknown> = Object.fromEntries(Object.entries(on).filter(([, value]) => value))
  return color === '' ? annotations : { ...annotations, color: apiColor(color) }
}

/** A text in as few parts as its length allows. */
export function portionsOf(text: string, most = LONGEST_TEXT): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + most)
    if (end < text.length && isSecondHalf(text.charCodeAt(end)) && isFirstHalf(text.charCodeAt(end - 1))) end--
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

const isFirstHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Rich text as Notion gives it → runs. */
export function runsOfRichText(items: readonly unknown[]): Run[] {
  return items.flatMap((item) => {
    const marks = marksOf(item)
    const words = text(item, 'plain_text')
    const run = (kind: Run['kind'], said: string, target = ''): Run[] => [{ kind, text: said, target, marks }]
    const type = textAt(item, 'type')
    if (type === 'equation') return run('formula', text(item, 'equation', 'expression'))
    if (type === 'mention') return mentionRun(recordAt(item, 'mention'), { words, marks })
    const content = text(item, 'text', 'content') || words
    if (flagAt(item, 'annotations', 'code') === true) return run('code', content)
    return content.split('\n').flatMap((part, index) => [...(index === 0 ? [] : run('break', '\n')), ...(part === '' ? [] : run('text', part))])
  })
}

function mentionRun(mention: Readonly<Record<string, unknown>>, { words, marks }: { readonly words: string; readonly marks: Marks }): Run[] {
  const type = textAt(mention, 'type') ?? ''
  const own = { ...marks, link: '' }
  if (type === 'user') return [{ kind: 'person', text: words.replace(/^@/, ''), target: text(mention, 'user', 'id'), marks: own }]
  if (type === 'page' || type === 'database') return [{ kind: type, text: words, target: text(mention, type, 'id').replaceAll('-', ''), marks: own }]
  if (type !== 'date') return [{ kind: 'text', text: words, target: '', marks }]
  const date = recordAt(mention, 'date')
  const said = (name: string, key: string): string => (textAt(date, key) === null ? '' : ` ${name}="${textAt(date, key) ?? ''}"`)
  return [{ kind: 'date', text: '', target: `${said('start', 'start')}${said('end', 'end')}${said('timeZone', 'time_zone')}`.trim(), marks: own }]
}

function marksOf(item: unknown): Marks {
  const on = (name: string): boolean => flagAt(item, 'annotations', name) === true
  const color = textColor(textAt(item, 'annotations', 'color'))
  const link = whole(textAt(item, 'text', 'link', 'url') ?? textAt(item, 'href') ?? '')
  const marks = { link, bold: on('bold'), italic: on('italic'), strikethrough: on('strikethrough'), underline: on('underline'), color }
  return Object.values(marks).every((value) => value === '' || value === false) ? NO_MARKS : marks
}

/** An address; one inside of the workspace is given without its host. */
const whole = (address: string): string => (address.startsWith('/') ? `https://www.notion.so${address}` : address)

/** A text as it is: spaces at its ends say something. */
function text(value: unknown, ...path: readonly string[]): string {
  const last = path.at(-1) ?? ''
  const found = recordAt(value, ...path.slice(0, -1))[last]
  return typeof found === 'string' ? found : ''
}

/** A colour of the API as Notion's Markdown says it; empty for the usual one. */
export const textColor = (color: string | null): string => (color === null || color === 'default' ? '' : color.replace(/_background$/, '_bg'))

/** A colour of Notion's Markdown as the API says it; the usual one for what is none. */
export function apiColor(color: string): string {
  const name = color.replace(/_bg$/, '_background')
  return /^(?:gray|brown|orange|yellow|green|blue|purple|pink|red)(?:_background)?$|^default_background$/.test(name) ? name : 'default'
}
