import { joinBytes } from '@blamefree/core'
import { crc32, deflateRawSync } from 'node:zlib'

/** The parts of a package by their names, as text or as bytes. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/**
 * A package of these parts, in this order (APPNOTE.TXT 4.3). The same parts are the same bytes, whatever the machine's clock and time zone: every part has one date. No part and no
 * package reaches the 4 GB from which on the format has longer fields.
 */
export function zipParts(parts: Parts): Uint8Array {
  const files: Uint8Array[] = []
  const contents: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content
    const packed = PACKED.test(name) ? null : deflateRawSync(bytes)
    const data = packed ?? bytes
    const path = encoder.encode(name)
    const about = aboutFile({ path, name, method: packed === null ? STORED : DEFLATED, crc: crc32(bytes), packed: data.length, size: bytes.length })
    files.push(fields([LOCAL, 4], ...about), path, data)
    contents.push(fields([CENTRAL, 4], [VERSION, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), path)
    offset += LOCAL_LENGTH + path.length + data.length
  }
  const directory = contents.reduce((sum, { length }) => sum + length, 0)
  const end = fields([END, 4], [0, 2], [0, 2], [parts.size, 2], [parts.size, 2], [directory, 4], [offset, 4], [0, 2])
  return joinBytes([...files, ...contents, end])
}

interface About {
  readonly path: Uint8Array
  readonly name: string
  readonly method: number
  readonly crc: number
  /** In bytes, as it lies in the package. */
  readonly packed: number
  readonly size: number
}

/** A number and how many bytes it takes, least significant first. */
type Field = readonly [value: number, width: 2 | 4]

/** What both places that tell of a file say of it, in their order. */
function aboutFile({ path, name, method, crc, packed, size }: About): Field[] {
  const flags = path.length === name.length ? 0 : NAME_IS_UTF8
  return [
    [VERSION, 2],
    [flags, 2],
    [method, 2],
    [NOON, 2],
    [NEW_YEAR_2000, 2],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [path.length, 2],
    [0, 2],
  ]
}

function fields(...list: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [, width]) => sum + width, 0))
  let at = 0
  for (const [value, width] of list) for (let byte = 0; byte < width; byte++) bytes[at++] = (value >>> (8 * byte)) & 0xff
  return bytes
}

const encoder = new TextEncoder()
/** Images that are compressed already. */
const PACKED = /\.(?:png|jpe?g|gif)$/i
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** What is needed to open it: 2.0, which knows folders and deflate. */
const VERSION = 20
const STORED = 0
const DEFLATED = 8
const NAME_IS_UTF8 = 0x0800
/** As MS-DOS keeps a time and a day. */
const NOON = 12 << 11
const NEW_YEAR_2000 = (20 << 9) | (1 << 5) | 1
