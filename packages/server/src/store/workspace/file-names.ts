/** Names in one folder, so that no two are the same on any system: not in another case or another Unicode form either. */
export class FileNames {
  readonly #taken = new Set<string>()

  /** A file name for a title, ` (2)` behind it where it is taken, before its ending where it has one. */
  take(title: string, { fallback, keepEnding = false }: { readonly fallback: string; readonly keepEnding?: boolean }): string {
    const wanted = fileName(title) || fallback
    const [, ending = ''] = keepEnding ? (/(\.[\w-]{1,10})$/.exec(wanted) ?? []) : []
    const stem = wanted.slice(0, wanted.length - ending.length) || fallback
    for (let count = 1; ; count++) {
      const name = `${stem}${count === 1 ? '' : ` (${count})`}${ending}`
      const key = name.normalize('NFKC').toUpperCase().toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return name
    }
  }
}

/** Bytes of UTF-8; systems take 255, and ` (123)` has to fit. */
const LONGEST = 120
/** What Windows or a shell takes for something else; and signs that turn or hide what stands beside them. */
const REFUSED = /[\p{Cc}\p{Zl}\p{Zp}/\\:*?"<>|\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|git~\d)(?=\.|$)/i

/** A title as the name of a file on any system: its words without what no name may hold, cut at whole letters. Empty when nothing is left. */
export function fileName(title: string): string {
  const clean = title
    .toWellFormed()
    .normalize('NFC')
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .~-]+|[ .]+$/g, '')
  let cut = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('en').segment(clean)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > LONGEST) break
    cut += segment
  }
  return cut.replace(/[ .]+$/, '').replace(RESERVED, '$&_')
}
