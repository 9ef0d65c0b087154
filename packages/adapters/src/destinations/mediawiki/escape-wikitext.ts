/** Where a text stands. In a table’s cell or a caption (`inside`) and in a link’s `label` a `|` and a closing bracket would end it; in a label no address becomes a link. */
export type TextPlace = 'prose' | 'inside' | 'label'

/**
 * A text of somebody as wikitext that shows exactly it: nothing in it is a link, a template, a magic word, a signature or a tag. Only what would mean something is
 * written as a character reference, so that people who edit the page read words.
 */
export function escapeWikitext(text: string, place: TextPlace): string {
  let safe = text.normalize('NFC')
  if (PLAIN.test(safe)) return safe
  safe = safe.replace(ACTIVE, reference)
  if (place !== 'label') safe = safe.replace(ADDRESS, reference)
  // A link is none whose label has a replacement character.
  if (place !== 'prose') safe = safe.replace(/[|[\]\ufffd]/g, reference).replace(/!(?=!)/g, reference)
  return safe
}

/** Sets a character apart from what its neighbours would make of it. */
export const reference = (character: string): string => NAMED[character] ?? `&#${character.codePointAt(0)};`

const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Nothing that could begin anything, and no word that a colon makes an address of. */
const PLAIN = /^(?:[^<&[\]{}|'_~:!RPI\ufffd]|:(?=\s|\d))*$/

/** One character that begins something, with what must stand around it for that. At an edge of a text, what stands beside it is not known. */
const ACTIVE = new RegExp(
  [
    '<',
    // A reference, so that `&lt;` stays the four characters that somebody typed.
    '&(?=#|[A-Za-z\\u0080-\\uffff][A-Za-z0-9\\u0080-\\uffff]*;)',
    // Templates, their parameters, tables, links, and marks of variants (`-{`).
    '\\{(?=[{|])|(?<=[{-])\\{',
    '\\}(?=\\})|(?<=[}|])\\}',
    '\\[(?=\\[|/|[a-z][a-z0-9+.-]*:)|(?<=\\[)\\[|\\[$',
    '\\](?=\\])|(?<=\\])\\]',
    "'(?=')|(?<=')'|^'|'$",
    '_(?=_)|(?<=_)_',
    '~(?=~)|(?<=~)~',
    // Numbers of books and standards, on wikis that link them.
    '(?<=\\b(?:RFC|PMID|ISBN))[ \\u00a0](?=\\d)',
  ].join('|'),
  'gi',
)

/** The colon of an address, which would become a link, and not always to its end. */
const ADDRESS =
  /(?<=\b(?:bitcoin|ftps?|geo|git|gopher|https?|ircs?|magnet|mailto|matrix|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp)):(?=\S|$)/gi

/** A text whose first character would begin a list, a heading, a table or a line across the page, with that character set apart. */
export function lineStart(wikitext: string): string {
  return /^(?:[*#:;=|!]|-(?=---))/.test(wikitext) ? reference(wikitext[0] ?? '') + wikitext.slice(1) : wikitext
}

/** Code that shows exactly as it is between `<nowiki>` or in `<pre>`: there only tags and references mean anything. */
export function escapeVerbatim(text: string): string {
  return text.normalize('NFC').replace(/<|&(?=#|[A-Za-z\u0080-\uffff][A-Za-z0-9\u0080-\uffff]*;)/g, reference)
}

/** An address in a link of the wiki: what would end it, or mean something before it is read, is percent-encoded. */
export function linkAddress(url: string): string {
  return url
    .normalize('NFC')
    .replace(/[[\]{}|<>"\s\ufffd]/g, encodeURIComponent)
    .replace(/'(?=')|(?<=')'/g, '%27')
    .replace(/_(?=_)|(?<=_)_/g, '%5F')
    .replace(/~(?=~)|(?<=~)~/g, '%7E')
    .replace(/!(?=!)/g, '%21')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9]*;)/g, '&amp;')
}
