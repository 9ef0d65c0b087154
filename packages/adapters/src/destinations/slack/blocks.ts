import { isFooterText, type PageBlock, type PageBody } from '@blamefree/core'
import { link } from './mrkdwn.ts'

/** A message's text as pieces. */
export function splitMessage(text: string): PageBlock[] {
  return text
    .split(/\n{2,}/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ text: piece, section: '', ...(isFooterText(shown(piece)) ? { kind: 'footer' as const } : {}) }))
}

/** Pieces as a message's text. */
export const joinMessage = (blocks: readonly PageBlock[]): string => blocks.map(({ text }) => text).join('\n\n')

/** A piece without what Slack changes by itself: how it escapes, and spaces of no width. */
export function canonicalPiece(text: string): string {
  return text
    .replace(/\u200b/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

/** What a piece says, without links' addresses. */
export function shown(text: string): string {
  return text
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replace(/\u200b/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** The longest title of a message, in characters. */
export const LONGEST_HEADER = 150

/** The block with the link to the canvas: it is put there when the message is sent, and is none of its text. */
export const CANVAS_BLOCK = 'blamefree_canvas'

/** A message as Slack's blocks: the title, a section for each piece, the link to the canvas where there is one, the footer small. */
export function messageBlocks({ title, text }: Pick<PageBody, 'title' | 'text'>, canvas: string | null = null): unknown[] {
  const pieces = splitMessage(text)
  return [
    { type: 'header', text: { type: 'plain_text', text: shortened(title), emoji: false } },
    ...pieces.filter(({ kind }) => kind !== 'footer').map((piece) => ({ type: 'section', text: { type: 'mrkdwn', text: piece.text } })),
    ...(canvas === null
      ? []
      : [{ type: 'section', block_id: CANVAS_BLOCK, text: { type: 'mrkdwn', text: link(canvas, 'The whole post-mortem as a canvas') } }]),
    ...pieces.filter(({ kind }) => kind === 'footer').map((piece) => ({ type: 'context', elements: [{ type: 'mrkdwn', text: piece.text }] })),
  ]
}

/** A title that is as long as Slack shows. */
export function shortened(title: string): string {
  return title.length <= LONGEST_HEADER ? title : `${title.slice(0, LONGEST_HEADER - 1).toWellFormed()}\u2026`
}
