/** The CRC-32 of bytes, as zip uses it (APPNOTE.TXT 4.4.7), unsigned. Eight bytes at a time: each byte has a table for the distance that it has to the end of its eight. */
export function crcOf(bytes: Uint8Array): number {
  const { length } = bytes
  const whole = length - (length % 8)
  let crc = -1
  let at = 0
  for (; at < whole; at += 8) {
    const low = crc ^ (byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24))
    crc =
      entry(7, low & 0xff) ^
      entry(6, (low >>> 8) & 0xff) ^
      entry(5, (low >>> 16) & 0xff) ^
      entry(4, low >>> 24) ^
      entry(3, byte(bytes, at + 4)) ^
      entry(2, byte(bytes, at + 5)) ^
      entry(1, byte(bytes, at + 6)) ^
      entry(0, byte(bytes, at + 7))
  }
  for (; at < length; at++) crc = entry(0, (crc ^ byte(bytes, at)) & 0xff) ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}

/** Eight tables of 256 in a row. */
const TABLES = new Int32Array(8 * 256)
for (let index = 0; index < 256; index++) {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  TABLES[index] = value
}
for (let index = 256; index < TABLES.length; index++) {
  const before = TABLES[index - 256] as number
  TABLES[index] = (TABLES[before & 0xff] as number) ^ (before >>> 8)
}

// Both are within bounds by how they are called.
const byte = (bytes: Uint8Array, at: number): number => bytes[at] as number
const entry = (distance: number, value: number): number => TABLES[distance * 256 + value] as number
