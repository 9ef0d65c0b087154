import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import type { Construct } from '@blamefree/core'
import { oneLine, type FormatReader } from '../../testing/seen.ts'

const ALLOWED = new Set(
  'html head meta title style body a div header nav p ul ol li main h1 h2 h3 h4 h5 h6 hr blockquote pre code span table thead tbody tr th td section footer sup strong em del br time img'.split(
    ' ',
  ),
)

/** Reads what `html` wrote with an XML parser, which forgives nothing: what is not well-formed, not one of our elements, or has an event handler is a broken file. */
export const htmlReader: FormatReader = {
  read: ({ bytes }) => {
    const text = new TextDecoder().decode(bytes).replace('<!doctype html>\n', '')
    const broken = (level: string, message: string): void => {
      // U+FFFD is a character like any other here.
      if (!message.includes('replacement character')) throw new Error(`${level}: ${message}`)
    }
    const root = new DOMParser({ onError: broken }).parseFromString(text, 'text/xml').documentElement
    if (root === null) throw new Error('The page is empty.')
    const constructs: Partial<Record<Construct, string[]>> = {}
    const visit = (element: Element): void => {
      if (!ALLOWED.has(element.tagName)) throw new Error(`There is a <${element.tagName}> in the page.`)
      for (const { name, value } of Array.from(element.attributes)) {
        if (/^on|^style$/.test(name)) throw new Error(`There is an attribute ${name} in the page.`)
        if (/^(?:href|src)$/.test(name) && !/^(?:https?:|mailto:|#|data:image\/)/i.test(value)) throw new Error(`There is the address ${value} in the page.`)
      }
      for (const [construct, shown] of shownBy(element, root)) (constructs[construct] ??= []).push(shown)
      for (const child of childrenOf(element)) visit(child)
    }
    visit(root)
    return { words: wordsOf(root), constructs }
  },
}

const classOf = (element: Element): string[] => (element.getAttribute('class') ?? '').split(' ')
const childrenOf = (node: Node): Element[] => Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1)
const inside = (element: Element, name: string): boolean => {
  for (let node: Node | null = element.parentNode; node !== null; node = node.parentNode) if ((node as Element).tagName === name) return true
  return false
}

/** What stands there, without what the page itself adds. */
function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  if (node.nodeType !== 1) return ''
  const element = node as Element
  if (element.tagName === 'img') return element.getAttribute('alt') ?? ''
  if (element.tagName === 'style' || classOf(element).some((name) => name === 'ours' || name === 'note-mark')) return ''
  const inner = Array.from(element.childNodes).map(wordsOf).join('')
  return /^(?:p|li|td|th|h\d|br|div|pre)$/.test(element.tagName) ? ` ${inner} ` : inner
}

const SIMPLE: Readonly<Record<string, Construct>> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'strikethrough',
  br: 'line-break',
  hr: 'thematic-break',
  blockquote: 'blockquote',
  time: 'time',
}

function shownBy(element: Element, root: Element): [Construct, string][] {
  const words = oneLine(wordsOf(element))
  const [name = ''] = classOf(element)
  const simple = SIMPLE[element.tagName]
  if (simple !== undefined) return [[simple, words]]
  if (/^h[2-6]$/.test(element.tagName)) return [['heading', words]]
  if (element.tagName === 'code') return [inside(element, 'pre') ? ['code-block', element.textContent ?? ''] : ['inline-code', words]]
  if (element.tagName === 'a') return noteOrLink(element, root, words)
  if (element.tagName === 'img') return [['image', words]]
  if (element.tagName === 'span' && (name === 'person' || name === 'event' || name === 'time')) return [[name, words]]
  if (name === 'callout') return [['callout', `${classOf(element)[1]}: ${words}`]]
  if (name === 'evidence') return [['evidence', words]]
  if (element.tagName === 'table') return tableShown(element)
  if ((element.tagName === 'ul' || element.tagName === 'ol') && !inside(element, 'nav')) return listShown(element)
  return []
}

function noteOrLink(element: Element, root: Element, words: string): [Construct, string][] {
  const href = element.getAttribute('href') ?? ''
  if (!href.startsWith('#')) return [['link', `${words} → ${href}`]]
  if (element.getAttribute('role') !== 'doc-noteref') return []
  const note = Array.from(root.getElementsByTagName('li')).find((item) => item.getAttribute('id') === href.slice(1))
  return [['footnote', note === undefined ? '' : oneLine(wordsOf(note))]]
}

function tableShown(table: Element): [Construct, string][] {
  const rows = Array.from(table.getElementsByTagName('tr')).map(childrenOf)
  const aligns = (rows[0] ?? []).map((cell) => cell.getAttribute('class') ?? 'none')
  const shown: [Construct, string] = ['table', rows.map((row) => row.map((cell) => oneLine(wordsOf(cell))).join(' | ')).join(' / ')]
  return aligns.every((align) => align === 'none') ? [shown] : [shown, ['table-alignment', aligns.join(' ')]]
}

function listShown(list: Element): [Construct, string][] {
  const items = childrenOf(list)
  const words = items.map((item) => oneLine(wordsOf(item)))
  const ordered = list.tagName === 'ol'
  const shown: [Construct, string] = [ordered ? 'ordered-list' : 'list', `${ordered ? `${list.getAttribute('start') ?? '1'}: ` : ''}${words.join(' / ')}`]
  const tasks = items.flatMap((item, index): [Construct, string][] => {
    const box = childrenOf(item).find((child) => classOf(child).includes('box'))
    return box === undefined ? [] : [['task-list', `${classOf(box).includes('done') ? '[x]' : '[ ]'} ${words[index]}`]]
  })
  return [shown, ...tasks]
}
