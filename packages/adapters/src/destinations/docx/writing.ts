import type { Asset, Construct } from '@blamefree/core'
import type { FootnoteDefinition, RootContent } from 'mdast'
import { newNumbering, type Numbering } from './numbering.ts'
import { newRelations, type Relations } from './relations.ts'
import type { StyleIds, StyleKey } from './styles.ts'

/** What one document is being written with. It collects what belongs into other parts of the package. */
export interface Writing {
  readonly styles: StyleIds
  /** Writes what stands inside a list, a box or a footnote. */
  readonly blocks: (nodes: readonly RootContent[], place: Place) => string
  readonly numbering: Numbering
  readonly notes: Notes
  readonly images: Map<string, Uint8Array>
  readonly assets: Readonly<Record<string, Asset>>
  readonly losses: Map<Construct, { count: number; readonly message: (count: number) => string }>
  /** The direction of text that has no letters. */
  readonly base: 'ltr' | 'rtl'
  /** For East Asian text that does not say which language it is in. */
  readonly eastAsia: string
  /** How many levels a heading moves up: 1 where the document's own headings begin at the second, since the title is a style of its own. */
  readonly headingShift: number
  /** Counts what needs an id of its own: pictures, check boxes. */
  next: number
  /** The file names of images begin with this. */
  readonly mediaPrefix: string
  /** The ids of relationships begin with this; nothing else in the file has it. */
  readonly relationPrefix: string
}

/** Footnotes in the order in which they are first referred to. */
export interface Notes {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  /** The ids in the file, by identifier. */
  readonly ids: Map<string, number>
  readonly firstId: number
}

/** Where content stands. */
export interface Place {
  readonly writing: Writing
  /** Of the part that the content is in: the body and the footnotes have their own. */
  readonly relations: Relations
  /** The style of ordinary paragraphs. */
  readonly text: StyleKey
  /** Twips from the left edge of the text. */
  readonly indent: number
  /** Twips that a line may be wide. */
  readonly width: number
  /** How deep in lists: -1 outside. */
  readonly level: number
  readonly inFootnote: boolean
  /** Inside a block of label and value pairs. */
  readonly pairs: boolean
}

/** What `newWriting` needs that has no sensible default. */
export type WritingSettings = Pick<Writing, 'styles' | 'blocks' | 'assets' | 'base' | 'eastAsia' | 'headingShift'> & {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  /** The first ids that the file has not taken. */
  readonly first: { readonly footnote: number; readonly abstractNumber: number; readonly number: number }
  readonly mediaPrefix: string
  readonly relationPrefix: string
}

/** A document that is about to be written. */
export function newWriting(settings: WritingSettings): Writing {
  const { definitions, first, ...rest } = settings
  return {
    ...rest,
    numbering: newNumbering(first.abstractNumber, first.number),
    notes: { definitions, ids: new Map(), firstId: first.footnote },
    images: new Map(),
    losses: new Map(),
    next: 1,
  }
}

/** The top of the body, or of a footnote. */
export function topOf(writing: Writing, width: number, story: 'body' | 'footnote'): Place {
  const inFootnote = story === 'footnote'
  return {
    writing,
    relations: newRelations(writing.relationPrefix),
    text: inFootnote ? 'footnoteText' : 'normal',
    indent: 0,
    width,
    level: -1,
    inFootnote,
    pairs: false,
  }
}

/** Notes that something did not survive as it is. */
export function lose(writing: Writing, construct: Construct, message: (count: number) => string): void {
  const loss = writing.losses.get(construct)
  if (loss === undefined) writing.losses.set(construct, { count: 1, message })
  else loss.count += 1
}
