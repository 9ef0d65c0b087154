/** The longest name of a page from its title, percent-encoded, as its file and those of its revisions are called: a disk takes 255 in all. */
const LONGEST = 150

/** A page's id in a namespace, from its title: `incidents:carts_were_empty`. The wiki may clean it further, and says how. */
export const pageId = (namespace: string, title: string): string => `${namespace === '' ? '' : `${namespace}:`}${shortName(title)}`

/** An id that nothing else has: with what tells the post-mortem behind it. */
export const otherId = (id: string, mark: string): string => `${id}_${cleanName(mark)}`

function shortName(title: string): string {
  let name = ''
  let left = LONGEST
  for (const character of cleanName(title)) {
    left -= encodeURIComponent(character).length
    if (left < 0) break
    name += character
  }
  return name.replace(/^[._-]+|[._-]+$/g, '') || 'post-mortem'
}

/** Words as a part of an id: small letters and digits of any script, with `_` between them (`cleanID` in `inc/pageutils.php`). */
export function cleanName(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^[._-]+|[._-]+$/g, '')
}
