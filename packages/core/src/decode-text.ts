/** What every JavaScript has, and the language's own library does not declare. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

/** Bytes → text: UTF-8 without its byte order mark, or UTF-16 where such a mark says so (PowerShell writes it). What is no character becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Bytes as a text of as many characters, one for each: for sums, and for looking for something in them. */
export function byteText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
