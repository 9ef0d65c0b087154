import type { Root } from 'mdast'

/**
 * A post-mortem's text: a restricted mdast tree with a little about it. Plain JSON.
 *
 * The tree has no raw HTML, no positions, links to http, https and mailto only, and directives from `DIRECTIVES`. `normalise` in
 * `markdown.ts` makes any tree so.
 */
export interface Document {
  readonly schemaVersion: 1
  readonly title: string
  /** Which template it was filled from, `default@1`; null for a document that was written by hand. */
  readonly template: string | null
  /** The zone its times are shown in, `Europe/London` or `UTC`. */
  readonly zone: string
  /** BCP 47, `en`. */
  readonly language: string
  readonly tree: Root
}

/**
 * The directives that a document may hold. Anything else in directive syntax is text.
 *
 * Containers (`:::name{attributes}` … `:::`):
 * - `callout{kind=note|tip|warning|danger}`: an admonition; an optional directive label is its title.
 * - `key-information`, `timeline`, `follow-ups`, `participants`, `metrics`, `links`: a live block. Its children are what it showed when it was
 *   filled (ordinary tables, lists, headings), its attributes are the template's. Renderers show the children.
 * - `guidance`: how to complete the section; shown while writing, **never exported**.
 * - `evidence`: what the record offers for a section that people write; never prose.
 * - `generated{of=variable}`: prose that a machine filled in and nobody touched, so that refill may replace it.
 * What a machine filled also has a `seal`, the sum of its content: while it holds nobody has edited it, and refill may replace it.
 *
 * Text (`:name[label]{attributes}`):
 * - `person{id=… role=…}`: a person; the label is the name to show.
 * - `time{at=<instant>}`: a moment; the label is how it is shown.
 * - `event{id=…}`: a timeline event; the label is its text or time.
 */
export const DIRECTIVES = {
  container: ['callout', 'key-information', 'timeline', 'follow-ups', 'participants', 'metrics', 'links', 'guidance', 'evidence', 'generated'],
  text: ['person', 'time', 'event'],
} as const

/** The name of a container directive that a document may hold. */
export type ContainerName = (typeof DIRECTIVES.container)[number]

/** The name of a text directive that a document may hold. */
export type TextDirectiveName = (typeof DIRECTIVES.text)[number]
