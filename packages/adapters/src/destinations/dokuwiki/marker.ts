/**
 * The marker of a page: a dot at its end that leads to a place of that name on the page, where nothing is. DokuWiki has no comments, and its search finds the name at once.
 */
export const MARKER = /^\[\[#(blamefree[\w:%.!~*'()-]*)\|\u00b7\]\]$/m

/** The text with our marker in its last line. */
export function withMarker(text: string, marker: string): string {
  if (markerIn(text) === marker) return text
  return `${text}${text === '' ? '' : isFooterLine(text) ? '\n' : '\n\n'}[[#${encodeMarker(marker)}|\u00b7]]`
}

/** Right behind the footer it stands in its line. */
const isFooterLine = (text: string): boolean => /^<sub>[^\n]*<\/sub>$/.test(text.slice(text.lastIndexOf('\n') + 1))

const encodeMarker = (marker: string): string => (marker.startsWith('blamefree') ? '' : 'blamefree:') + encodeURIComponent(marker)

/** The marker that a text has; null where it has none. */
export function markerIn(text: string): string | null {
  const found = new RegExp(MARKER, 'gm')
  const name = [...text.matchAll(found)].at(-1)?.[1]
  if (name === undefined || !/^(?:[^%]|%[0-9A-F]{2})*$/.test(name)) return null
  return decodeURIComponent(name.replace(/^blamefree:/, ''))
}
