/** A node of the Atlassian Document Format, in which Jira Cloud keeps the text of an issue. Which node may stand in which is the schema's business. */
export interface AdfNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly AdfNode[]
  readonly marks?: readonly AdfMark[]
  readonly text?: string
}

/** A mark on a text or on a paragraph. */
export interface AdfMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

/** A paragraph; without content where there is none, because the schema knows no empty text. */
export function paragraph(content: readonly AdfNode[], marks: readonly AdfMark[] = []): AdfNode {
  return { type: 'paragraph', ...(marks.length === 0 ? {} : { marks }), ...(content.length === 0 ? {} : { content }) }
}

/** A piece of text with its marks. */
export function words(text: string, marks: readonly AdfMark[] = []): AdfNode {
  return { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }
}

/** Top-level nodes as the text of a page. */
export function docText(content: readonly AdfNode[]): string {
  return JSON.stringify({ version: 1, type: 'doc', content })
}
