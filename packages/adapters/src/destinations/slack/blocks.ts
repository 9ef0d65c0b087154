import { isFooterText, type PageBlock, type PageBody } from '@blamefree/core'

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

/** A message as Slack's blocks: the title, a section for each piece, the footer small. */
export function messageBlocks({ title, text }: Pick<PageBody, 'title' | 'text'>): unknown[] {
  const header = title.length <= LONGEST_HEADER ? title : `${title.slice(0, LONGEST_HEADER - 1)}\u2026`.toWellFormed()
  return [
    { type: 'header', text: { type: 'plain_text', text: header, emoji: false } },
    ...splitMessage(text).map(({ text: piece, kind }) =>
      kind === 'footer' ? { type: 'context', elements: [{ type: 'mrkdwn', text: piece }] } : { type: 'section', text: { type: 'mrkdwn', text: piece } },
    ),
  ]
}
