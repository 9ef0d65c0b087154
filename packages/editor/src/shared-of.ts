import * as Y from 'yjs'
import { TEXTBLOCKS, type EditorMark, type EditorNode } from './editor-node.ts'

/** A new shared element that holds what a node of the editor does, not yet in a document. Attributes that are null are left out: the schema's defaults stand for them. */
export function sharedOf(node: EditorNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) if (value !== null) element.setAttribute(name, value as string)
  const children = runsOf(node.content ?? []).map((part) => (Array.isArray(part) ? sharedText(part) : sharedOf(part)))
  // Words have one text to begin in, whoever types them: see `keepTexts`.
  if (children.length === 0 && TEXTBLOCKS.has(node.type)) children.push(new Y.XmlText())
  if (children.length > 0) element.insert(0, children)
  return element
}

/** Neighbouring texts are one shared text. */
function runsOf(content: readonly EditorNode[]): (EditorNode | EditorNode[])[] {
  const runs: (EditorNode | EditorNode[])[] = []
  for (const node of content) {
    const last = runs.at(-1)
    if (node.type !== 'text') runs.push(node)
    else if (Array.isArray(last)) last.push(node)
    else runs.push([node])
  }
  return runs
}

function sharedText(nodes: readonly EditorNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(nodes.map(({ text: insert, marks = [] }) => ({ insert, attributes: Object.fromEntries(marks.map(attributeOf)) })))
  return text
}

const attributeOf = ({ type, attrs = {} }: EditorMark): [string, Readonly<Record<string, unknown>>] => [type, attrs]
