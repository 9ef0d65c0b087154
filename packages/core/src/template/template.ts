import type { Root } from 'mdast'
import type { MarkedText } from './marked-text.ts'

/** A template: what a post-mortem looks like before an incident fills it. */
export interface Template {
  /** Kebab-case. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly version: number
  /** BCP 47, `en`. */
  readonly language: string
  /** The zone its documents show times in; null for the incident's own. */
  readonly zone: string | null
  /** Which incidents it is meant for; an empty list means any. */
  readonly for: { readonly severity: readonly string[]; readonly type: readonly string[]; readonly service: readonly string[] }
  /** What its author wrote, byte for byte. */
  readonly text: string
  /** Parsed, with positions; its expressions are marks that `marked` can read. */
  readonly tree: Root
  readonly marked: Pick<MarkedText, 'parts' | 'restore'>
  /** Line and column of an offset in the text. */
  readonly placeOf: (offset: number) => { readonly file: string; readonly line: number; readonly column: number }
}

/** A template as its author wrote it. */
export function printTemplate(template: Template): string {
  return template.text
}
