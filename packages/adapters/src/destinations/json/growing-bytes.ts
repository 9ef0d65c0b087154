import { joinBytes } from '@blamefree/core'

/** Text as UTF-8 that is written from front to back, piece by piece: no piece is kept as a string, so that millions of them cost no more than the bytes they are. */
export class GrowingBytes {
  /** What is full. */
  readonly #full: Uint8Array[] = []
  #page = new Uint8Array(PAGE)
  #length = 0

  /** Everything that was written. */
  whole(): Uint8Array {
    return joinBytes([...this.#full, this.#page.subarray(0, this.#length)])
  }

  /** Bytes that are UTF-8 already, from one of them on. */
  put(bytes: Uint8Array, from = 0): void {
    if (this.#length + bytes.length > this.#page.length) this.#turn(bytes.length)
    const page = this.#page
    let at = this.#length
    // A loop, because pieces are short and a call of `set` takes longer than to copy one.
    for (let index = from; index < bytes.length; index++) page[at++] = bytes[index] as number
    this.#length = at
  }

  /** A string as JSON has it. */
  putString(text: string): void {
    if (this.#length + text.length + 2 > this.#page.length) this.#turn(text.length + 2)
    const page = this.#page
    let at = this.#length
    page[at++] = QUOTE
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit < 0x20 || unit > 0x7e || unit === QUOTE || unit === BACKSLASH) return this.putText(JSON.stringify(text))
      page[at++] = unit
    }
    page[at++] = QUOTE
    this.#length = at
  }

  /** Any text, as it is. */
  putText(text: string): void {
    const most = text.length * MOST_BYTES
    if (this.#length + most > this.#page.length) this.#turn(most)
    this.#length += encoder.encodeInto(text, this.#page.subarray(this.#length)).written
  }

  #turn(room: number): void {
    this.#full.push(this.#page.subarray(0, this.#length))
    this.#page = new Uint8Array(Math.max(Math.min(this.#page.length * 2, LARGEST), room))
    this.#length = 0
  }
}

const encoder = new TextEncoder()
/** The first page in bytes; each is twice as large as the one before, up to the largest. */
const PAGE = 65_536
const LARGEST = 16 * PAGE
const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Of one UTF-16 code unit in UTF-8. */
const MOST_BYTES = 3
