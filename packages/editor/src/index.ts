// The editor's vocabulary, in reading order.
export { MARKS, NODES, schema, SCHEMA_VERSION } from './schema.ts'
export type { EditorMark, EditorNode } from './editor-node.ts'
export { editorOfTree } from './tree-to-editor.ts'
export { treeOfEditor } from './editor-to-tree.ts'
export { editorOfYjs, FRAGMENT, treeOfYjs } from './yjs-to-editor.ts'
export { editTree } from './edit-tree.ts'
export { keepTexts } from './keep-texts.ts'
export { markPassage, passagesOf, unmarkThread, type Place } from './passages.ts'
