import { GrowingBytes } from './growing-bytes.ts'
import { keyOrder, type KeyOrder } from './key-order.ts'

/**
 * Plain JSON as indented text in UTF-8, with a line ending after it and the keys of each object in one order (`keyOrder`). An object or list that holds plain values only stands on
 * one line, `{ "type": "text", "value": "rolled back" }`; of any other each entry begins a line, as `JSON.stringify(value, null, 2)` writes it. In one pass and straight into bytes,
 * since a document is hundreds of thousands of values.
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
    if (list.every(isPlain)) return this.#line(list)
    const between = startOf(++this.#depth, '')
    for (let index = 0; index < list.length; index++) {
      if (index === 0) this.#bytes.put(LIST)
      this.#bytes.put(between, index === 0 ? COMMA : 0)
      this.write(list[index], key)
    }
    this.#bytes.put(startOf(--this.#depth, ']'), COMMA)
  }

  /** A list of plain values. */
  #line(list: readonly unknown[]): void {
    this.#bytes.put(LIST)
    for (let index = 0; index < list.length; index++) {
      if (index > 0) this.#bytes.put(BETWEEN)
      this.write(list[index], '')
    }
    this.#bytes.put(LIST_END)
  }

  #record(record: Readonly<Record<string, unknown>>, key: string): void {
    const known = keyOrder(record, key)
    const flat = known.order.every((name) => isPlain(record[name]))
    const starts = flat ? flatStarts(known) : linesOf(known, ++this.#depth)
    let empty = true
    for (let index = 0; index < starts.length; index++) {
      const name = known.order[index] as string
      const entry = record[name]
      if (entry === undefined) continue
      if (empty) this.#bytes.put(RECORD)
      this.#bytes.put(starts[index] as Uint8Array, empty ? COMMA : 0)
      this.write(entry, name)
      empty = false
    }
    if (!flat) this.#depth--
    if (empty) this.#bytes.putText('{}')
    else if (flat) this.#bytes.put(RECORD_END)
    else this.#bytes.put(startOf(this.#depth, '}'), COMMA)
  }
}

/** Whether a value holds no others. */
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

const LIST = encoder.encode('[')
const RECORD = encoder.encode('{')
const BETWEEN = encoder.encode(', ')
const LIST_END = encoder.encode(']')
const RECORD_END = encoder.encode(' }')
/** Where in the start of an entry its comma ends. */
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

/** What stands before each entry of an object on one line. */
const flatStarts = (known: KeyOrder): readonly Uint8Array[] => (known.flat ??= known.order.map((name) => encoder.encode(`, ${JSON.stringify(name)}: `)))

const starts = { '': [] as Uint8Array[], ']': [] as Uint8Array[], '}': [] as Uint8Array[] }

/** A comma, a new line, its indentation and a sign. */
function startOf(depth: number, sign: keyof typeof starts): Uint8Array {
  return depth < MOST_DEPTH ? (starts[sign][depth] ??= madeStart(depth, sign)) : madeStart(depth, sign)
}

const madeStart = (depth: number, rest: string): Uint8Array => encoder.encode(`,\n${'  '.repeat(depth)}${rest}`)
