const NAME = 'says='

/** The part of an address after `#` that names words on its page. */
export const hashOfWords = (words: string): string => `${NAME}${encodeURIComponent(words.replaceAll(/\s+/g, ' ').trim().slice(0, 160))}`

/** The words that an address names; null when it names none. */
export function wordsOfHash(hash: string): string | null {
  const given = hash.replace(/^#/, '')
  if (!given.startsWith(NAME)) return null
  try {
    return decodeURIComponent(given.slice(NAME.length))
  } catch {
    return null
  }
}

/** Where a text says these words, or how they begin where the rest was changed: from where to where; null when it does not. */
export function placeOfWords(text: string, words: string): readonly [number, number] | null {
  const all = words.split(/\s+/).filter((word) => word !== '')
  // A short word stands anywhere.
  const least = (all[0] ?? '').length > 4 ? [2, 1] : []
  for (const count of new Set([all.length, 8, 4, ...least])) {
    if (count > all.length || count === 0) continue
    const found = new RegExp(
      all
        .slice(0, count)
        .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
        .join(String.raw`\s+`),
      'iu',
    ).exec(text)
    if (found !== null) return [found.index, found.index + found[0].length]
  }
  return null
}
