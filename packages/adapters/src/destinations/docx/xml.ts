/** Words as XML character data. Characters that XML 1.0 cannot hold (controls, lone surrogates, non-characters) are left out. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.toWellFormed().replace(FORBIDDEN, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Words as the value of an attribute in double quotes. Line endings and tabs become spaces. */
export function xmlAttribute(text: string): string {
  if (PLAIN.test(text) && !text.includes('"')) return text
  return xmlText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, ' ')
}

/** The words that XML character data or an attribute's value stands for; entities that XML does not name itself stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}

/** The first line of every part. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const PLAIN = /^[ !"#$%'()*+,\-./0-9:;=?@A-Z[\\\]^_`a-z{|}~\u00a0-\ud7ff]*$/
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
