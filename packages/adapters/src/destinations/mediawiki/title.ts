import { cleanText, type Problem } from '@blamefree/core'

/** The longest title of a wiki, in bytes of UTF-8, the path included. */
export const TITLE_LIMIT = 255

/** A title as a wiki takes it, below a prefix: its first letter large, without what a title cannot have, cut to what fits. */
export function titleOf(title: string, prefix: string): string {
  const words = allowed(title, prefix) || 'Post-mortem'
  return capitals(`${prefix}${cut(words, TITLE_LIMIT - byteLength(prefix))}`)
}

/** A title that nothing else has: with what tells the post-mortem behind it. */
export function otherTitle(title: string, mark: string): string {
  const suffix = ` (${allowed(mark, '/')})`
  return `${cut(title, TITLE_LIMIT - byteLength(suffix))}${suffix}`
}

/** What is said of a title that is not the post-mortem's own. */
export function titleProblems(title: string, prefix: string): Problem[] {
  const words = allowed(title, prefix)
  if (byteLength(`${prefix}${words}`) <= TITLE_LIMIT) return []
  return [
    {
      code: 'mediawiki/title-cut',
      message: `The title has ${byteLength(`${prefix}${words}`)} bytes, and a wiki takes ${TITLE_LIMIT}: the page has the first of them.`,
      hint: 'Give the post-mortem a shorter title.',
      weight: 'warning',
    },
  ]
}

/** What no title can have, as what looks most like it. */
const INSTEAD: Readonly<Record<string, string>> = { '#': '\uff03', '<': '\u2039', '>': '\u203a', '[': '(', ']': ')', '{': '(', '}': ')', '|': '\uff5c', _: ' ' }

/** See `MediaWikiTitleCodec` of MediaWiki: characters, spaces, marks of direction, percent codes, references, tildes, and parts of a path. */
function allowed(title: string, prefix: string): string {
  const words = cleanText(title)
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/[#<>[\]{}|_]/g, (character) => INSTEAD[character] ?? ' ')
    .replace(/[\u0080-\u009f\ufffd]/g, '')
    .replace(/%(?=[0-9a-f]{2})/gi, '\uff05')
    .replace(/&(?=[\w\u0080-\uffff]+;)/g, '\uff06')
    .replace(/~{3,}/g, (run) => '\u223c'.repeat(run.length))
    .replace(/(?<=^|\/)(\.{1,2})(?=\/|$)/g, (dots) => '\u2024'.repeat(dots.length))
    .replace(/[ \u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
    .replace(/^[ :/]+|[ /]+$/g, '')
  // At the top, words before a colon could be those of a namespace, or of another wiki.
  return prefix === '' ? words.replace(/:/g, '\ua789') : words
}

function capitals(title: string): string {
  const at = /^[^:]{1,40}:/.exec(title)?.[0].length ?? 0
  // The name of a namespace and what stands behind it both begin with a capital.
  return at > 0 && !title.slice(0, at).includes('/') ? `${capital(title.slice(0, at))}${capital(title.slice(at))}` : capital(title)
}

/** A name with its first letter large, as a wiki spells it. */
export function capital(text: string): string {
  const [first = ''] = text
  const large = first.toUpperCase()
  // `ß` and its like become two letters, and stay as they are in a wiki.
  return large.length === first.length ? large + text.slice(first.length) : text
}

const byteLength = (text: string): number => new TextEncoder().encode(text).byteLength

/** The first characters, with an ellipsis, that have at most so many bytes. */
function cut(words: string, room: number): string {
  if (byteLength(words) <= room) return words
  let kept = ''
  let left = room - byteLength('\u2026')
  for (const character of words) {
    left -= byteLength(character)
    if (left < 0) break
    kept += character
  }
  return `${kept.trimEnd()}\u2026`
}
