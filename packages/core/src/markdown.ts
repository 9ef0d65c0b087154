import type { Nodes, PhrasingContent, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { cleanText } from './clean-text.ts'
import { DIRECTIVES } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { directiveSyntax } from './markdown/directive-syntax.ts'
import type { Grammar } from './markdown/directive-syntax.ts'
import { inlineOf } from './markdown/inline-of.ts'
import { shortenTables } from './markdown/long-tables.ts'
import { simpleInline } from './markdown/simple-inline.ts'
import { simpleRow, withRows } from './markdown/simple-row.ts'
import { tame } from './markdown/tame.ts'
import { normalise } from './normalise.ts'
import type { Report } from './inline-rules.ts'
import type { Problem } from './problem.ts'

/**
 * Markdown (CommonMark, GFM and our directives) → the restricted tree of a document. Front matter is passed over; raw HTML becomes text, `<br>` a
 * hard break; addresses other than http, https and mailto are dropped and their words kept. Each is a problem with its line and column.
 */
export function parseMarkdown(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const { body, problems: frontMatter } = readFrontMatter(text)
  const problems: Problem[] = []
  const short = shortenTables(body, simpleRow, AFTER_TABLE)
  let parsed = parse(short.text, 'document', problems)
  const isShort = withRows(parsed, short)
  if (!isShort) {
    problems.length = 0
    parsed = parse(body, 'document', problems)
  }
  const tree = normalise(parsed, reporter(problems))
  return { tree, problems: [...frontMatter, ...(isShort ? problems.map((problem) => inWhole(problem, short.lines)) : problems)] }
}

/** An empty line, or the fence that ends a container. */
const AFTER_TABLE = /^(?:[ \t]*|:{3,}[ \t]*)$/

/** A problem of a text without some of its lines, with its place in the text with them. */
function inWhole(problem: Problem, lines: readonly number[]): Problem {
  const { place } = problem
  return place?.line === undefined ? problem : { ...problem, place: { ...place, line: lines[place.line - 1] ?? place.line } }
}

/**
 * Any Markdown → its tree as written, for whoever must point at places in it: positions and raw HTML stay, definitions too, and directives are text.
 * Front matter is blank lines. Lines and columns are those of the text.
 */
export function parseWithPositions(text: string): Root {
  return parse(readFrontMatter(text).body, 'any', [])
}

/** A template's Markdown → its tree, with positions. Every `::name` and `:::name` at a line's start is a directive here, known or not. */
export function parseTemplateMarkdown(body: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  return { tree: parse(body, 'template', problems), problems }
}

/**
 * Markdown of one paragraph → inline nodes. Blocks are made one paragraph: paragraphs, list items and quotes follow each other with hard breaks.
 * The nodes are fresh: callers may keep them. Plain text takes a path that parses nothing.
 */
export function parseInline(text: string): PhrasingContent[] {
  if (PLAIN.test(text)) {
    const value = text.replace(/^ +| +$/g, '')
    return value === '' ? [] : [{ type: 'text', value: cleanText(value) }]
  }
  const simple = simpleInline(text)
  return inlineOf(normalise(simple === null ? parse(text, 'document', []) : lineOf(simple)))
}

const lineOf = (children: PhrasingContent[]): Root => ({ type: 'root', children: [{ type: 'paragraph', children }] })

/**
 * The same for many texts: those that can only be one paragraph each are read as the paragraphs of one text, which takes a fraction of the time, because most of
 * the parser's work is done once a text.
 */
export function parseInlines(texts: readonly string[]): PhrasingContent[][] {
  const together = texts.filter((text) => ONE_PARAGRAPH.test(text) && !PLAIN.test(text) && simpleInline(text) === null)
  const { children } = together.length < 2 ? { children: [] } : parse(together.join('\n\n'), 'document', [])
  if (children.length !== together.length || children.some(({ type }) => type !== 'paragraph')) return texts.map(parseInline)
  let next = 0
  return texts.map((text) => {
    const child = text === together[next] ? children[next++] : undefined
    return child === undefined ? parseInline(text) : inlineOf(normalise({ type: 'root', children: [child] }))
  })
}

/** One line that begins with a letter: no block begins so, and nothing in it reaches beyond it. */
const ONE_PARAGRAPH = /^\p{L}\P{Cc}*$/u

/** One line without any character that could begin markup, and no beginning that a block could have. */
const PLAIN = /^(?! *(?:[#>+=|:-]|\d+[.)](?: |$)))(?:[^\\`*_[\]<&~@:.\r\n\t]|:(?!\/|(?:person|time|event)[[{])|(?<![Ww][Ww][Ww])\.)*$/

const SYNTAX: Readonly<Record<'document' | 'template' | 'any', Grammar | null>> = {
  document: { text: DIRECTIVES.text, leaf: [], container: DIRECTIVES.container },
  template: { text: DIRECTIVES.text, leaf: 'any', container: 'any' },
  any: null,
}

// Literal links are found while tokenising, where an escape holds; the stock second pass over the finished tree would undo escapes.
const gfmTree = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
const gfmSyntax = gfm({ singleTilde: true })
const directiveTree = directiveFromMarkdown()
const syntaxes = new Map(Object.entries(SYNTAX).map(([name, grammar]) => [name, grammar === null ? [gfmSyntax] : [gfmSyntax, directiveSyntax(grammar)]]))

function parse(text: string, syntax: keyof typeof SYNTAX, problems: Problem[]): Root {
  const tamed = tame(text)
  problems.push(...tamed.problems)
  return fromMarkdown(tamed.text, { extensions: syntaxes.get(syntax) ?? [], mdastExtensions: [gfmTree, directiveTree] })
}

const SENTENCES: Readonly<Record<Parameters<Report>[0], readonly [string, string]>> = {
  html: ['Raw HTML is not part of a document; it is shown as text.', 'Write it in Markdown.'],
  comment: ['An HTML comment was left out.', 'Keep remarks for writers in a `:::guidance` container.'],
  link: ['A link or image with an address that is not allowed was left out; its words stay.', 'Use an address that starts with https://, http:// or mailto:.'],
  directive: ['This directive is not one that a document may hold; its content stays.', `Use one of: ${DIRECTIVES.container.join(', ')}.`],
  depth: ['Something is nested too deeply; from there on only its words stay.', 'Use at most 24 levels.'],
  node: ['Something here is not part of a document; its words stay.', 'Write it in Markdown.'],
}
const MOST = 50

function reporter(problems: Problem[]): Report {
  return (what, node: Nodes) => {
    if (problems.length > MOST) return
    const [message, hint] = SENTENCES[what]
    const start = node.position?.start
    const place = start === undefined ? {} : { place: { line: start.line, column: start.column } }
    problems.push({ code: `markdown/${what}`, message, hint, weight: what === 'comment' ? 'info' : 'warning', ...place })
  }
}
