import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/core'
import { isContainer, isPlaceholder, sectionsOf } from './sections.ts'

/** Puts a line of the record into a section as a bullet: into the list that it ends with, instead of what says that it is to be written, or at its end. */
export function insertBullet(editor: Editor, title: string, line: Node): void {
  const { doc, schema, tr } = editor.state
  const section = sectionsOf(doc).find((one) => one.title === title)
  const [list, item] = [schema.nodes['bulletList'], schema.nodes['listItem']]
  if (section === undefined || list === undefined || item === undefined) return
  const bullet = item.create(null, line.content)
  let last: { node: Node; at: number } | null = null
  doc.nodesBetween(section.from, section.to, (node, at, parent) => {
    if (
      parent === doc &&
      at > section.from &&
      at < section.to &&
      !isContainer(node, 'guidance', 'evidence') &&
      !(node.type.name === 'paragraph' && node.content.size === 0)
    )
      last = { node, at }
    return false
  })
  const found = last as { node: Node; at: number } | null
  if (found !== null && found.node.type === list) tr.insert(found.at + found.node.nodeSize - 1, bullet)
  else if (found !== null && isPlaceholder(found.node)) tr.replaceWith(found.at, found.at + found.node.nodeSize, list.create(null, bullet))
  else tr.insert(section.to, list.create(null, bullet))
  editor.view.dispatch(tr)
}
