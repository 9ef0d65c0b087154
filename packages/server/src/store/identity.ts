import { randomBytes } from 'node:crypto'

/**
 * A maker of ids: UUIDs of version 7 (RFC 9562), whose first 48 bits are the time in milliseconds. The next 12 bits count within a millisecond and, when the clock
 * has jumped back, on from where it was (RFC 9562, 6.2, method 1), so that an id made later by the same maker always sorts later.
 */
export function idMaker(clock: () => number): () => string {
  let last = 0
  let count = 0
  return () => {
    const bytes = randomBytes(16)
    const now = clock()
    if (now > last) {
      last = now
      count = bytes.readUInt16BE(6) & 0x07ff
    } else if (++count > 0x0fff) {
      last += 1
      count = 0
    }
    bytes.writeUIntBE(last, 0, 6)
    bytes.writeUInt16BE(0x7000 | count, 6)
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}

/** A new id by this machine's clock. */
export const newId: () => string = idMaker(Date.now)
