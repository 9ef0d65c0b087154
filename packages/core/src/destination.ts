import type { Document } from './document.ts'
import type { Incident } from './incident.ts'
import type { Problem } from './problem.ts'

/** The things a document can hold that a format may lose. */
export type Construct =
  | 'heading'
  | 'emphasis'
  | 'strong'
  | 'strikethrough'
  | 'inline-code'
  | 'link'
  | 'image'
  | 'line-break'
  | 'list'
  | 'ordered-list'
  | 'task-list'
  | 'table'
  | 'table-alignment'
  | 'blockquote'
  | 'callout'
  | 'code-block'
  | 'thematic-break'
  | 'footnote'
  | 'person'
  | 'time'
  | 'event'
  | 'evidence'

/** What did not survive rendering: which construct, what happened to it, and how often. */
export interface Loss {
  readonly construct: Construct
  readonly what: 'simplified' | 'dropped'
  readonly count: number
  /** A sentence: `3 images were left out because no file for them came with the document.` */
  readonly message: string
}

/** A rendered document. */
export interface Artifact {
  /** With its ending: `2022-11-18-poison-pill.docx`. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly losses: readonly Loss[]
  readonly problems: readonly Problem[]
}

/** The bytes of an image that the document shows. */
export interface Asset {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What rendering is told besides the document. Everything may be left out. */
export interface RenderOptions {
  /** The artifact's name without its ending. Left out: made from the title. */
  readonly name?: string
  /** The facts, for formats that carry them (`json`). */
  readonly incident?: Incident
  /** Images by their address in the document. */
  readonly assets?: Readonly<Record<string, Asset>>
  /** The company's own look: a .docx or .dotx for `docx`, a .typ for `pdf`, CSS for `html`. */
  readonly reference?: { readonly name: string; readonly bytes: Uint8Array }
  /** Show guidance, for a blank template that is to be filled in by hand. Left out: false; guidance is never exported otherwise. */
  readonly guidance?: boolean
  /** Show evidence in sections left for people. Left out: true. */
  readonly evidence?: boolean
  /** `company`, `customer`: printed in the footer so that nobody passes the wrong copy on. */
  readonly audience?: string
}

/** Where a document can go. `id` equals the folder's name. Publishing to pages comes later. */
export interface Destination {
  readonly id: string
  /** As a user says it: `Word`. */
  readonly title: string
  /** The artifact's file ending, without the dot. */
  readonly extension: string
  /** Anything not named here survives; `{}` is a promise. */
  readonly loses: Partial<Record<Construct, 'simplified' | 'dropped'>>
  /** Pure: the same document and options give the same bytes. */
  render(document: Document, options?: RenderOptions): Promise<Artifact>
}
