import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip, and what the zip claims of it where that is not the truth. */
export interface ZipPart {
  readonly path: string
  readonly bytes: Uint8Array
  readonly claims?: { readonly size?: number; readonly compressed?: number; readonly offset?: number }
}

/** A zip, true or lying, deflated. `claims.entries`: how many it says that it has. */
export function zipOf(parts: Iterable<ZipPart>, claims: { readonly entries?: number } = {}): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  // What is the same bytes is deflated once: bombs are made of one thing many times.
  let last: { bytes: Uint8Array; packed: Buffer; crc: number } = { bytes: new Uint8Array(), packed: Buffer.alloc(0), crc: 0 }
  for (const { path, bytes, claims: lies = {} } of parts) {
    if (last.bytes !== bytes) last = { bytes, packed: deflateRawSync(bytes), crc: crc32(bytes) }
    const { packed, crc } = last
    const name = Buffer.from(path)
    const sizes = { compressed: lies.compressed ?? packed.byteLength, size: lies.size ?? bytes.byteLength }
    const fields = fieldsOf(name, { ...sizes, crc })
    const local = Buffer.concat([signature(0x04034b50), fields, name])
    bodies.push(local, packed)
    directory.push(central(name, fields, lies.offset ?? offset))
    offset += local.byteLength + packed.byteLength
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...bodies, list, end(claims.entries ?? directory.length, { size: list.byteLength, offset })])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What the local header and the directory have in common (APPNOTE.TXT 4.3.7). */
function fieldsOf(name: Buffer, { crc, compressed, size }: { readonly crc: number; readonly compressed: number; readonly size: number }): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x800, 2)
  bytes.writeUInt16LE(8, 4)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(compressed, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(name.byteLength, 22)
  return bytes
}

function central(name: Buffer, fields: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), fields, rest, name])
}

function end(entries: number, { size, offset }: { readonly size: number; readonly offset: number }): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(entries % 0x10000, 4)
  bytes.writeUInt16LE(entries % 0x10000, 6)
  bytes.writeUInt32LE(size, 8)
  bytes.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), bytes])
}
