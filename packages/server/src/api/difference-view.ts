import type { Root } from 'mdast'
import { z } from 'zod'
import { textDifference } from '../documents/text-difference.ts'

const Kind = z.enum(['same', 'removed', 'added'])

/** A piece of a document and what became of it, as it leaves. */
export const PieceDifferenceView = z
  .object({
    kind: z.enum(['same', 'removed', 'added', 'changed']),
    type: z.enum(['heading', 'paragraph', 'item', 'row', 'code', 'rule']),
    level: z.int().describe('A heading’s depth; how deep an item lies in lists, from 1; 0 for the rest.'),
    within: z.string().nullable().describe('The callout, live block, `quote` or `footnote` that it stands in.'),
    section: z.string().nullable().describe('The heading that it stands under.'),
    formatting: z.boolean().describe('Changed, but not in its words: links, bold and the like.'),
    words: z.array(z.object({ kind: Kind, text: z.string() })),
  })
  .meta({ id: 'PieceDifference' })

/** What changed between two texts, piece by piece and word by word. */
export function pieceDifferences(before: Root, after: Root): z.input<typeof PieceDifferenceView>[] {
  return textDifference(before, after).map(({ words, ...piece }) => ({ ...piece, words: [...words] }))
}

/** What changed by lines of our Markdown. */
export const LineDifferenceView = z.array(z.object({ kind: Kind, lines: z.array(z.string()) }))
