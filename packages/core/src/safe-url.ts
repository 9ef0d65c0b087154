/** An address that a document may link to, made printable; null for anything but http, https and mailto. */
export function safeUrl(url: string): string | null {
  const clean = cleanAddress(url)
  return /^(?:https?:\/\/[^/]|mailto:.)/i.test(clean) ? clean : null
}

/** An address that an image may have: http, https, or a relative path to a file that comes with the document; null for anything else. */
export function safeImageUrl(url: string): string | null {
  const clean = cleanAddress(url)
  if (/^https?:\/\/[^/]/i.test(clean)) return clean
  return clean === '' || /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(clean) ? null : clean
}

/** Percent-encodes what would end an address in Markdown or in an attribute, and drops control characters. */
function cleanAddress(url: string): string {
  if (CLEAN.test(url)) return url
  return url
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .trim()
    .replace(/[\s<>"\\^`{|}]/g, (character) => encodeURIComponent(character))
}

/** An address that is as it should be, as nearly every one is. */
const CLEAN = /^[!#-;=?-[\]_a-z~]*$/
