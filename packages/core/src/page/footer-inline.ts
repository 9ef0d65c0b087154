import type { PhrasingContent } from 'mdast'
import type { PageFooter } from './page-destination.ts'

/**
 * What a page's footer says, as inline content that every dialect can write: `Made by Blamefree on … by … from version 3. Changes made here are kept.` Where nobody can
 * change the page, or we would not see it (`edited` false), it says to change the post-mortem.
 */
export function footerInline({ url, shownAt, by, version }: PageFooter, edited = true): PhrasingContent[] {
  const name: PhrasingContent = { type: 'text', value: NAME }
  const from = `${by === null ? '' : ` by ${by}`}${version === null ? '' : ` from version ${version}`}`
  return [
    { type: 'text', value: 'Made by ' },
    url === null ? name : { type: 'link', url, title: null, children: [name] },
    { type: 'text', value: ` on ${shownAt}${from}. ${edited ? KEPT : ELSEWHERE}` },
  ]
}

const NAME = 'Blamefree'
const KEPT = 'Changes made here are kept.'
const ELSEWHERE = 'To change something, change the post-mortem.'

/** Whether these are the words of a page's footer, whatever marks the place has put around them. */
export function isFooterText(words: string): boolean {
  const text = words.replace(/\s+/g, ' ').trim()
  return text.startsWith(`Made by ${NAME} on `) && (text.endsWith(KEPT) || text.endsWith(ELSEWHERE))
}
