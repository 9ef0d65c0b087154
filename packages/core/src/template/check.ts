import type { Nodes, RootContent } from 'mdast'
import { BLOCKS, blockOf } from '../blocks/blocks.ts'
import { DIRECTIVES } from '../document.ts'
import type { Problem } from '../problem.ts'
import { checkAttributes } from './check-attributes.ts'
import { checkExpression, shapeOf, type Shapes } from './check-expression.ts'
import type { Expression } from './expression.ts'
import { isEscaped } from './marked-text.ts'
import { knownNames } from './nearest.ts'
import { BASIC, pathOf, STRUCTURE } from './structure.ts'
import type { Template } from './template.ts'
import { itemShape } from './value.ts'

/** What a check knows: where it is and where problems go. */
export interface Check {
  readonly template: Template
  /** The text that was parsed, marks and all. */
  readonly source: string
  readonly say: (code: string, message: string, hint: string, offset: number) => void
}

/** Every unknown or impossible thing in a template, in the order of its text. */
export function checkTemplate(template: Template, source: string): Problem[] {
  const problems: Problem[] = []
  const say: Check['say'] = (code, message, hint, offset) => {
    problems.push({ code: `template/${code}`, message, hint, weight: 'error', place: template.placeOf(offset) })
  }
  checkAll(template.tree.children, new Map(), { template, source, say })
  return problems
}

function checkAll(children: readonly Nodes[], shapes: Shapes, check: Check): void {
  for (const child of children) checkNode(child, shapes, check)
}

function checkNode(node: Nodes, shapes: Shapes, check: Check): void {
  if (node.type === 'code') return
  const offset = node.position?.start.offset ?? 0
  for (const value of stringsOf(node)) for (const expression of expressionsIn(value, check)) checkExpression(expression, shapes, check)
  if (node.type === 'text') checkUnclosed(node, check)
  if (node.type === 'html') {
    const isComment = node.value.startsWith('<!--')
    check.say(
      'html',
      isComment ? 'An HTML comment is left out.' : 'Raw HTML is shown as text.',
      'Write Markdown; keep remarks in a `:::guidance` container.',
      offset,
    )
  }
  if (node.type !== 'containerDirective' && node.type !== 'leafDirective') {
    if ('children' in node) checkAll(node.children, shapes, check)
    return
  }
  checkDirective(node, shapes, check)
}

function checkDirective(node: Extract<RootContent, { type: 'containerDirective' | 'leafDirective' }>, shapes: Shapes, check: Check): void {
  const offset = node.position?.start.offset ?? 0
  const leaf = node.type === 'leafDirective'
  const block = blockOf(node.name)
  const structure = STRUCTURE.find(({ name, leaf: isLeaf }) => name === node.name && isLeaf === leaf)
  const isPlain = !leaf && block === null && (DIRECTIVES.container as readonly string[]).includes(node.name)
  if (block === null && structure === undefined && !isPlain) {
    const known = [...BLOCKS.map(({ name }) => name), ...STRUCTURE.map(({ name }) => name)]
    check.say('unknown-block', `There is no block \`${node.name}\`.`, knownNames(node.name, known), offset)
  }
  const attributes = block?.attributes ?? structure?.attributes
  if (attributes !== undefined) checkAttributes(node, attributes, check)
  checkForm(node, block !== null, check)
  let inner = shapes
  if (structure !== undefined) {
    for (const key of ['of', 'has', 'lacks', 'is']) {
      const written = node.attributes?.[key]
      if (typeof written !== 'string' || !structure.attributes.some(({ name }) => name === key)) continue
      const expression: Expression = { path: pathOf(written), filters: [], source: written, offset: placeOfWord(written, offset, check), fault: null }
      checkExpression(expression, shapes, check)
      if (key !== 'of') continue
      const shape = shapeOf(expression.path, shapes)
      const item = shape === null ? null : itemShape(shape)
      if (shape !== null && item === null)
        check.say(
          'not-a-list',
          `\`${written}\` is ${BASIC[shape] ?? shape}, not a list.`,
          'Loop over a list, such as `incident.follow-ups`.',
          expression.offset,
        )
      inner = new Map([...shapes, [node.attributes?.['as'] ?? 'item', item ?? 'text']])
    }
  }
  checkAll(node.children, inner, check)
}

/** A container that never ends, content where none can be, a condition that asks nothing. */
function checkForm(node: Extract<RootContent, { type: 'containerDirective' | 'leafDirective' }>, isBlock: boolean, { source, say }: Check): void {
  const offset = node.position?.start.offset ?? 0
  if (node.type === 'containerDirective') {
    const lines = source.slice(offset, node.position?.end.offset ?? offset).split('\n')
    if (lines.length < 2 || !/^[\s>]*:{3,}\s*$/.test(lines.at(-1) ?? '')) {
      say(
        'unclosed',
        `This \`:::${node.name}\` never ends.`,
        'Write `:::` on a line of its own where it ends; a container around others needs more colons than they have.',
        offset,
      )
    }
    if (isBlock && node.children.length > 0)
      say('block-content', `The block \`${node.name}\` takes no content.`, `Write \`::${node.name}\` with two colons.`, offset)
  }
  if (node.name === 'if' && !['has', 'lacks', 'is'].some((key) => key in (node.attributes ?? {}))) {
    say('no-condition', 'This `:::if` asks nothing.', 'Write `:::if{has=incident.summary}`, or use `lacks` or `is`.', offset)
  }
}

/** Where a word stands after an offset. */
export function placeOfWord(word: string, offset: number, { source }: Check): number {
  const found = word === '' ? -1 : source.indexOf(word, offset)
  return found < 0 ? offset : found
}

function expressionsIn(value: string, { template }: Check): Expression[] {
  return template.marked.parts(value).filter((part) => typeof part !== 'string')
}

/** Every string of a node that data can enter. */
function stringsOf(node: Nodes): string[] {
  const strings: (string | null | undefined)[] = []
  if (node.type === 'text' || node.type === 'inlineCode') strings.push(node.value)
  if ('url' in node) strings.push(node.url)
  if ('title' in node) strings.push(node.title)
  if ('alt' in node) strings.push(node.alt)
  if ('attributes' in node) strings.push(...Object.values(node.attributes ?? {}))
  return strings.filter((value) => typeof value === 'string')
}

function checkUnclosed(node: Nodes, { source, say }: Check): void {
  const start = node.position?.start.offset ?? 0
  const written = source.slice(start, node.position?.end.offset ?? start)
  for (let index = written.indexOf('{{'); index >= 0; index = written.indexOf('{{', index + 2)) {
    if (isEscaped(source, start + index)) continue
    say('unclosed', 'This `{{` has no `}}` on its line.', 'Close it, or write `\\{{` for braces that are only text.', start + index)
  }
}
