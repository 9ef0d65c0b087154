/** One entry of a zip's central directory (APPNOTE.TXT 4.3.12), as the archive claims it to be: none of it is to be trusted. */
export interface ZipEntry {
  /** With `/`; of a folder it ends with one. */
  readonly path: string
  /** Where its local header begins, from the start of the bytes. */
  readonly offset: number
  readonly compressed: number
  /** Its size when it is inflated, in bytes. */
  readonly size: number
  readonly crc: number
  /** 0 stored, 8 deflated; anything else is not read. */
  readonly method: number
  readonly encrypted: boolean
  /** A symbolic link or another thing that is neither file nor folder. */
  readonly special: boolean
}

/** What every JavaScript has, and the language's own library does not declare. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50

/** The entries of a zip by its central directory, zip64 included; null when the bytes have none, as those of a truncated zip. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return null
  const { count, offset } = end
  const entries: ZipEntry[] = []
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const next = at + 46 + nameLength + extraLength + commentLength
    if (next > view.byteLength) return null
    entries.push(entryAt(view, bytes, at))
    at = next
  }
  return entries
}

/** Where an entry's own bytes lie: after its local header, whose name and extra field may differ in length. Null when it has none. */
export function dataOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + entry.compressed > bytes.length ? null : bytes.subarray(start, start + entry.compressed)
}

function endRecord(view: DataView): { readonly count: number; readonly offset: number } | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    return count === 0xffff || offset === 0xffffffff ? endRecord64(view, at) : { count, offset }
  }
  return null
}

function endRecord64(view: DataView, end: number): { readonly count: number; readonly offset: number } | null {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) }
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const flags = view.getUint16(at + 8, true)
  const type = (view.getUint32(at + 38, true) >>> 28) & 0xf
  const unix = view.getUint8(at + 5) === 3
  const sizes = { size: view.getUint32(at + 24, true), compressed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) }
  return {
    path: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    ...sizes64(view, { from: nameEnd, to: nameEnd + view.getUint16(at + 30, true) }, sizes),
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    special: unix && type !== 0 && type !== 8 && type !== 4,
  }
}

interface Sizes {
  readonly size: number
  readonly compressed: number
  readonly offset: number
}

/** The zip64 extra field (APPNOTE.TXT 4.5.3) holds, in this order, those of the values that did not fit into 32 bits. */
function sizes64(view: DataView, extra: { from: number; to: number }, sizes: Sizes): Sizes {
  let at = extra.from
  while (at + 4 <= extra.to) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      let here = at + 4
      const wide = (narrow: number): number => {
        if (narrow !== 0xffffffff || here + 8 > at + 4 + length || here + 8 > view.byteLength) return narrow
        here += 8
        return Number(view.getBigUint64(here - 8, true))
      }
      const size = wide(sizes.size)
      const compressed = wide(sizes.compressed)
      return { size, compressed, offset: wide(sizes.offset) }
    }
    at += 4 + length
  }
  return sizes
}
