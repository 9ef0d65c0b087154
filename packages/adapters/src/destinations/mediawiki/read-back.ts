import { decodeReferences, normalise, plainText, type Problem } from '@blamefree/core'
import type { BlockContent, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast'
import { EVIDENCE_TITLE } from './blocks.ts'
import { listsOf } from './read-list.ts'
import { inlineOf } from './read-inline.ts'
import { tableOf } from './read-table.ts'
import { CATEGORY } from './read-wiki-link.ts'
import { splitWikitext } from './split.ts'
import { wikiRanges } from './wiki-ranges.ts'

/** Wikitext → a tree of ours. Templates and what else has no counterpart become their words, with a problem that names them. */
export function readWikitext(text: string): { tree: Root; problems: Problem[] } {
  const problems: Problem[] = []
  return { tree: normalise({ type: 'root', children: blocksOf(text, { problems, depth: 0 }) }), problems }
}

/** How deep boxes in boxes are looked into. */
const DEEPEST = 24

/** What is found out on the way, and how many boxes deep it is. */
interface Reading {
  readonly problems: Problem[]
  readonly depth: number
}

function blocksOf(text: string, reading: Reading): RootContent[] {
  const { problems } = reading
  const pieces = splitWikitext(text).map((block) => ({ ...block, apart: block.text.startsWith('\n'), text: block.text.replace(/^\n+/, '') }))
  const blocks: RootContent[] = []
  for (let at = 0; at < pieces.length; at++) {
    const { text: piece = '' } = pieces[at] ?? {}
    if (/^(?:\{\||\|-)/.test(piece)) {
      const rows = [piece]
      while (/^\|[-}]/.test(pieces[at + 1]?.text ?? '') && rows.at(-1)?.startsWith('|}') === false) rows.push(pieces[++at]?.text ?? '')
      blocks.push(...tableOf(rows.join('\n'), problems))
    } else if (/^[*#:;]/.test(piece)) {
      const lines = [piece]
      while (/^[*#:;]/.test(pieces[at + 1]?.text ?? '') && pieces[at + 1]?.apart === false) lines.push(pieces[++at]?.text ?? '')
      blocks.push(...listsOf(lines.join('\n'), problems))
    } else blocks.push(...blockOf(piece, pieces[at + 1]?.text ?? '', reading))
  }
  return blocks
}

/** What wikitext calls a heading, a line, code, a box or a paragraph. `next` is the piece behind it. */
function blockOf(piece: string, next: string, reading: Reading): RootContent[] {
  const { problems, depth } = reading
  const heading = /^(={1,6})([^]*?[^=])(={1,6})\s*(?:<!--[^]*-->\s*)?$/.exec(piece)
  if (heading !== null) {
    const [, before = '', words = '', after = ''] = heading
    const level = Math.min(before.length, after.length)
    return [
      { type: 'heading', depth: level as 1, children: inlineOf('='.repeat(before.length - level) + words.trim() + '='.repeat(after.length - level), problems) },
    ]
  }
  // The line above our own notes is part of how they are shown.
  if (/^-{4,}/.test(piece)) return isNotes(next) ? [] : [{ type: 'thematicBreak' }, ...paragraphOf(piece.replace(/^-{4,}/, ''), problems)]
  if (/^ \S/.test(piece)) return [{ type: 'code', value: plainText(inlineOf(piece.replace(/^ /gm, '').replaceAll('\n', '<br />'), problems)) }]
  if (/^__[A-Z]+__\s*$/.test(piece) || (/^\[\[[^[\]]*\]\]\s*$/.test(piece) && CATEGORY.test(piece.slice(2)))) return []
  const tag = /^<(\w+)\b([^<>]*)>/.exec(piece)
  return tag === null || /^<(?:code|nowiki|small|span|del|s|b|i|em|strong|ref|br|sup|sub|u|math|big|tt)\b/i.test(piece)
    ? paragraphOf(piece, problems)
    : taggedOf(piece, tag, { problems, depth: depth + 1 })
}

const isNotes = (piece: string): boolean => /^<(?:references\b|div id="note-\d+")/.test(piece)

function paragraphOf(text: string, problems: Problem[]): RootContent[] {
  const children = inlineOf(text.trim(), problems)
  return children.some((node) => node.type !== 'text' || node.value.trim() !== '') ? [{ type: 'paragraph', children }] : []
}

function taggedOf(piece: string, [opening, tag = '', attributes = '']: RegExpExecArray, reading: Reading): RootContent[] {
  const name = tag.toLowerCase()
  const [range] = wikiRanges(piece)
  // What nothing closes is no box.
  if (range?.from !== 0 || reading.depth > DEEPEST) return paragraphOf(piece, reading.problems)
  const end = range.to
  const inside = piece.slice(opening.length, end).replace(new RegExp(`</${name}\\s*>$`, 'i'), '')
  const rest = end < piece.length ? blocksOf(piece.slice(end).trim(), reading) : []
  const value = (key: string): string | null => new RegExp(`\\b${key}\\s*=\\s*"?([^"\\s>]+)`).exec(attributes)?.[1] ?? null
  const made = ((): RootContent[] => {
    switch (name) {
      case 'pre':
        return [{ type: 'code', value: decodeReferences(inside.replace(/^\n/, '').replace(/<\/?nowiki>/g, '')) }]
      case 'syntaxhighlight':
      case 'source': {
        const lang = value('lang')
        return [{ type: 'code', lang: lang === 'text' ? null : lang, value: inside.replace(/^\n/, '').replace(/\n$/, '') }]
      }
      case 'blockquote':
        return [{ type: 'blockquote', children: blocksOf(inside.trim(), reading) as BlockContent[] }]
      case 'ul':
      case 'ol':
        return [taggedList(inside, { ordered: name === 'ol', start: Number(value('start') ?? '1') }, reading)]
      case 'references':
        return [...inside.matchAll(/<ref\s+name\s*=\s*"?(note-\d+)"?\s*>([^]*?)<\/ref>/g)].map(([, identifier = '', words = '']) =>
          noteOf(identifier, words, reading),
        )
      case 'div':
        return boxOf(inside.trim(), attributes, reading)
      default:
        return blocksOf(inside.trim(), reading)
    }
  })()
  return [...made, ...rest]
}

function boxOf(inside: string, attributes: string, reading: Reading): RootContent[] {
  const kind = /\bblamefree-(note|tip|warning|danger|evidence)\b/.exec(attributes)?.[1] ?? null
  const note = /\bid="(note-\d+)"/.exec(attributes)?.[1]
  if (note !== undefined) return [noteOf(note, inside.replace(/^&#91;\d+&#93;\s*/, ''), reading)]
  if (kind === null) return blocksOf(inside, reading)
  if (kind === 'evidence') {
    const content = inside.replace(`'''${EVIDENCE_TITLE}'''`, '').trim()
    return [{ type: 'containerDirective', name: 'evidence', attributes: {}, children: blocksOf(content, reading) as BlockContent[] }]
  }
  const [title = '', words = ''] = /^<p class="blamefree-title">'''([^]*?)'''<\/p>\n?/.exec(inside) ?? []
  const label: BlockContent[] = title === '' ? [] : [{ type: 'paragraph', data: { directiveLabel: true }, children: inlineOf(words, reading.problems) }]
  const children = [...label, ...(blocksOf(inside.slice(title.length), reading) as BlockContent[])]
  return [{ type: 'containerDirective', name: 'callout', attributes: { kind }, children }]
}

function noteOf(identifier: string, words: string, reading: Reading): FootnoteDefinition {
  const children: BlockContent[] = blocksOf(words.trim(), reading).flatMap((block) =>
    block.type === 'paragraph' ? paragraphs(block.children) : [block as BlockContent],
  )
  return { type: 'footnoteDefinition', identifier, children }
}

/** A line of several paragraphs with breaks between them, as a note of one line is written. */
function paragraphs(children: readonly PhrasingContent[]): BlockContent[] {
  const found: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') found.push([])
    else found.at(-1)?.push(child)
  }
  return found.filter((one) => one.length > 0).map((one) => ({ type: 'paragraph', children: one }))
}

/** A list in tags: each item from one tag to the next of the same depth. */
function taggedList(inside: string, { ordered, start }: { readonly ordered: boolean; readonly start: number }, reading: Reading): RootContent {
  const ranges = wikiRanges(inside)
  const items: string[] = []
  let from = -1
  let next = 0
  for (const { 0: token, index } of inside.matchAll(/<li\b[^<>]*>/gi)) {
    while (next < ranges.length && (ranges[next]?.to ?? 0) <= index) next++
    if ((ranges[next]?.from ?? Infinity) < index) continue
    if (from >= 0) items.push(inside.slice(from, index))
    from = index + token.length
  }
  if (from >= 0) items.push(inside.slice(from))
  return {
    type: 'list',
    ordered,
    start: Number.isSafeInteger(start) ? start : 1,
    children: items.map((item) => {
      const text = item.replace(/<\/li>\s*$/i, '').trim()
      const box = /^([\u2610\u2611])\s*/.exec(text)
      return {
        type: 'listItem',
        ...(box === null ? {} : { checked: box[1] === '\u2611' }),
        children: blocksOf(text.slice(box?.[0].length ?? 0), reading) as BlockContent[],
      }
    }),
  }
}
