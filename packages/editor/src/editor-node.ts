/** A node of the editor as ProseMirror's JSON: what `Node.toJSON()` gives and `schema.nodeFromJSON` takes. */
export interface EditorNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly EditorNode[]
  readonly marks?: readonly EditorMark[]
  readonly text?: string
}

/** A mark of the editor as ProseMirror's JSON. */
export interface EditorMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

/** The nodes that hold inline content. */
export const TEXTBLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'title', 'codeBlock'])

/** A JSON text as what it holds, when that is an array or an object; null otherwise. What stands in attributes may come from anybody. */
export function parsedAttribute(value: unknown): unknown {
  if (typeof value !== 'string') return null
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'object' ? parsed : null
  } catch {
    return null
  }
}

/** The marks around a node, whether it is a text that has them or another inline node that says them, without code and comments, which are not around anything. */
export function marksAround(node: EditorNode | undefined): readonly EditorMark[] {
  const around = parsedAttribute(node?.attrs?.['around'])
  return [...(Array.isArray(around) ? around.filter(isMark) : []), ...(node?.marks ?? [])].filter(({ type }) => type !== 'code' && type !== 'comment')
}

const isMark = (value: unknown): value is EditorMark => typeof value === 'object' && value !== null && typeof (value as EditorMark).type === 'string'
