/** Base64 (RFC 4648 4, with its padding or without) → bytes; null for anything else. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const digits = text.replace(/={1,2}$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [bits, count, at] = [0, 0, 0]
  for (let index = 0; index < digits.length; index++) {
    bits = ((bits << 6) | valueOf(digits.charCodeAt(index))) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return bytes
}

/** What a digit of base64 stands for. */
function valueOf(code: number): number {
  if (code >= 0x61) return code - 0x61 + 26
  if (code >= 0x41) return code - 0x41
  if (code >= 0x30) return code - 0x30 + 52
  return code === 0x2b ? 62 : 63
}
