import type { Run } from '../inline/run.ts'

/** A block as Notion's API has it, without what it says twice. */
export interface Block {
  /** Notion's own name of its kind; `opaque` for what we leave as it is: embeds, databases, synced blocks, columns and what the API does not show. */
  readonly type: string
  /** Its words; of code the code, of an image the caption. */
  readonly words: readonly Run[]
  /** Of a row, the words of each cell. */
  readonly cells: readonly (readonly Run[])[]
  readonly traits: Traits
  readonly children: readonly Block[]
}

/** What else is known of a block, by name, as Notion's Markdown says it. */
export interface Traits {
  /** `red`, `yellow_bg`. */
  readonly color?: string
  /** Of a callout: an emoji, or an address. */
  readonly icon?: string
  readonly language?: string
  readonly checked?: boolean
  /** Of an image: where it is, or `file-upload://` and the name of a file of ours. */
  readonly address?: string
  readonly headerRow?: boolean
  readonly headerColumn?: boolean
  /** Of a heading that can be folded. */
  readonly toggle?: boolean
  /** Of an opaque block: the line that stands for it. */
  readonly line?: string
}

/** A block that is at Notion. Its children are kept up to date while they are written. */
export interface PlacedBlock extends Block {
  readonly id: string
  readonly children: PlacedBlock[]
}

/** A block of a kind, with nothing in it. */
export function blockOf(type: string, parts: Partial<Block> = {}): Block {
  return { type, words: [], cells: [], traits: {}, children: [], ...parts }
}

/** What Notion calls opaque in its Markdown, at the beginning of a line. */
export const OPAQUE_LINE =
  /^(?:<(?:unknown|page|database|data-source|columns|column|synced_block(?:_reference)?|meeting-notes|tab|embed|bookmark|video|file|audio|pdf|table_of_contents|breadcrumb|link-preview)\b|\$\$)/
