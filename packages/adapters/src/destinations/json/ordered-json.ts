import { GrowingBytes } from './growing-bytes.ts'
import { keyOrder, type KeyOrder } from './key-order.ts'

/**
 * Plain JSON as indented text in UTF-8, as `JSON.stringify(value, null, 2)` writes it and with a line ending after it, with the keys of each object in one order
 * (`keyOrder`). In one pass and straight into bytes, since a document is hundreds of thousands of lines.
 */
export function orderedJson(value: unknown): Uint8Array {
  const bytes = new GrowingBytes()
  new Writing(bytes).write(value, '')
  bytes.put(encoder.encode('\n'))
  return bytes.whole()
}

const encoder = new TextEncoder()

class Writing {
  readonly #bytes: GrowingBytes
  #depth = 0

  constructor(bytes: GrowingBytes) {
    this.#bytes = bytes
  }

  /** `key` is what the value stands under; in a list the list's, with brackets after it. */
  write(value: unknown, key: string): void {
    if (typeof value === 'string') this.#bytes.putString(value)
    else if (typeof value !== 'object' || value === null) this.#bytes.putText(JSON.stringify(value) ?? 'null')
    else if (Array.isArray(value)) this.#list(value, `${key}[]`)
    else this.#record(value as Readonly<Record<string, unknown>>, key)
  }

  #list(list: readonly unknown[], key: string): void {
    if (list.length === 0) return this.#bytes.putText('[]')
    const between = startOf(++this.#depth, '')
    for (let index = 0; index < list.length; index++) {
      if (index === 0) this.#bytes.put(LIST)
      this.#bytes.put(between, index === 0 ? COMMA : 0)
      this.write(list[index], key)
    }
    this.#bytes.put(startOf(--this.#depth, ']'), COMMA)
  }

  #record(record: Readonly<Record<string, unknown>>, key: string): void {
    const known = keyOrder(record, key)
    const lines = linesOf(known, ++this.#depth)
    let empty = true
    for (let index = 0; index < lines.length; index++) {
      const name = known.order[index] as string
      const entry = record[name]
      if (entry === undefined) continue
      if (empty) this.#bytes.put(RECORD)
      this.#bytes.put(lines[index] as Uint8Array, empty ? COMMA : 0)
      this.write(entry, name)
      empty = false
    }
    this.#depth--
    if (empty) this.#bytes.putText('{}')
    else this.#bytes.put(startOf(this.#depth, '}'), COMMA)
  }
}

const LIST = encoder.encode('[')
const RECORD = encoder.encode('{')
/** Where in a line's start its comma ends. */
const COMMA = 1
const MOST_DEPTH = 100

/** What stands before each entry of an object so deep. */
function linesOf({ order, lines }: KeyOrder, depth: number): readonly Uint8Array[] {
  const known = lines[depth]
  if (known !== undefined) return known
  const made = order.map((name) => madeStart(depth, `${JSON.stringify(name)}: `))
  if (depth < MOST_DEPTH) lines[depth] = made
  return made
}

const starts = { '': [] as Uint8Array[], ']': [] as Uint8Array[], '}': [] as Uint8Array[] }

/** A comma, a new line, its indentation and a sign. */
function startOf(depth: number, sign: keyof typeof starts): Uint8Array {
  return depth < MOST_DEPTH ? (starts[sign][depth] ??= madeStart(depth, sign)) : madeStart(depth, sign)
}

const madeStart = (depth: number, rest: string): Uint8Array => encoder.encode(`,\n${'  '.repeat(depth)}${rest}`)
