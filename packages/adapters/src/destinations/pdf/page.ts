/**
 * A document as the Typst files read it: plain JSON, everything that needs thought already decided (levels, column widths, direction, which
 * tokens are too long for a line). Strings are words to show; nothing in it is markup.
 */
export interface Page {
  readonly title: string
  /** ISO 639, two or three letters: what Typst knows as a language. */
  readonly language: string
  /** ISO 3166, two letters; null when the document's language names none. */
  readonly region: string | null
  readonly rtl: boolean
  readonly zone: string
  readonly audience: string | null
  readonly blocks: readonly PageBlock[]
  /** Footnotes by identifier. */
  readonly notes: Readonly<Record<string, readonly PageBlock[]>>
}

/** Inline content: words, or a node. */
export type PageInline =
  | string
  | { readonly type: 'strong' | 'emphasis' | 'delete' | 'span'; readonly children: readonly PageInline[] }
  | { readonly type: 'code'; readonly value: string; readonly long?: true }
  /** A token without a place to break, in pieces that lines may break between. */
  | { readonly type: 'long'; readonly parts: readonly string[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly PageInline[] }
  | { readonly type: 'break' }
  | { readonly type: 'image'; readonly image: number; readonly alt: string }
  /** A footnote's mark; `first` where its words belong to. */
  | { readonly type: 'note'; readonly id: string; readonly first: boolean }

/** Words with their own direction, as table cells have it. */
export interface PageCell {
  readonly children: readonly PageInline[]
  readonly rtl?: true
}

/** A list. `checked` is null, or says for each item which mark it has: 0 open, 1 done, 2 a plain bullet between the boxes. */
export interface PageList {
  readonly type: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly tight: boolean
  readonly checked: readonly (0 | 1 | 2)[] | null
  readonly items: readonly (readonly PageBlock[])[]
  readonly rtl?: true
}

/** A table. `columns` holds a width for each: 0 is as wide as its content, anything else is its share of what is left. */
export interface PageTable {
  readonly type: 'table'
  readonly columns: readonly number[]
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
  /** Whether a row may break over pages: only where a row may be taller than one. */
  readonly breakable: boolean
  readonly header: readonly PageCell[]
  readonly rows: readonly (readonly PageCell[])[]
  readonly rtl?: true
}

/** Blocks, as they follow each other. */
export type PageBlock =
  | { readonly type: 'paragraph'; readonly children: readonly PageInline[]; readonly rtl?: true }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly PageInline[]; readonly rtl?: true }
  | PageList
  | PageTable
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'quote' | 'evidence' | 'guidance' | 'section'; readonly children: readonly PageBlock[]; readonly rtl?: true }
  | {
      readonly type: 'callout'
      readonly kind: string
      readonly title: readonly PageInline[] | null
      readonly children: readonly PageBlock[]
      readonly rtl?: true
    }
  | { readonly type: 'rule' }
  | { readonly type: 'figure'; readonly image: number; readonly alt: string }
  /** Key information: groups of labelled values that may stand beside each other, in two columns with these shares of the width. */
  | { readonly type: 'groups'; readonly groups: readonly (readonly PageBlock[])[]; readonly shares: readonly [number, number] }
