import type { Node } from '@tiptap/pm/model'

/** The words that each thread stands on in the text, by the thread's id. */
export function textThreads(text: Node): ReadonlyMap<string, string> {
  const passages = new Map<string, string>()
  text.descendants((node) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment') continue
      const thread = String(attrs['thread'])
      passages.set(thread, `${passages.get(thread) ?? ''}${node.text ?? ' '}`)
    }
    return true
  })
  return passages
}
