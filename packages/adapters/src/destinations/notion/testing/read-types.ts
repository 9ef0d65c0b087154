/** A type as Notion's generated files write it. */
export type Type =
  | { readonly kind: 'name'; readonly name: string; readonly of: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'any of'; readonly types: readonly Type[] }
  | { readonly kind: 'all of'; readonly types: readonly Type[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, { readonly optional: boolean; readonly type: Type }> }

/** The types of generated files, by their names: those that are exported, and those of the files themselves. */
export function readTypes(files: readonly string[]): ReadonlyMap<string, Type> {
  const types = new Map<string, Type>()
  for (const file of files) {
    const text = file.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
    for (const { 0: head, 1: name = '', index } of text.matchAll(/^(?:export )?type (\w+) =/gm)) types.set(name, new Reader(text, index + head.length).union())
  }
  return types
}

const TOKEN = /\s*(?:"(?<string>[^"]*)"|(?<number>-?\d+(?:\.\d+)?)\b|(?<name>[A-Za-z_]\w*)|(?<sign>[^\s]))/y

/** Reads one type from a place in a text. */
class Reader {
  readonly #text: string
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  union(): Type {
    this.#take('|')
    const types = [this.#all()]
    while (this.#take('|')) types.push(this.#all())
    return types.length === 1 ? (types[0] as Type) : { kind: 'any of', types }
  }

  #all(): Type {
    const types = [this.#one()]
    while (this.#take('&')) types.push(this.#one())
    return types.length === 1 ? (types[0] as Type) : { kind: 'all of', types }
  }

  #one(): Type {
    if (this.#take('(')) {
      const type = this.union()
      this.#need(')')
      return type
    }
    if (this.#take('{')) return this.#object()
    const { string, number, name } = this.#next()
    if (string !== undefined) return { kind: 'literal', value: string }
    if (number !== undefined) return { kind: 'literal', value: Number(number) }
    if (name === undefined) throw new Error(`No type: ${this.#text.slice(this.#at - 20, this.#at + 40)}`)
    const of: Type[] = []
    if (this.#take('<')) {
      do of.push(this.union())
      while (this.#take(','))
      this.#need('>')
    }
    return { kind: 'name', name, of }
  }

  #object(): Type {
    const fields = new Map<string, { optional: boolean; type: Type }>()
    while (!this.#take('}')) {
      if (this.#take('[')) return this.#record()
      const { string, name } = this.#next()
      const optional = this.#take('?')
      this.#need(':')
      fields.set(string ?? name ?? '', { optional, type: this.union() })
      if (!this.#take(';')) this.#take(',')
    }
    return { kind: 'object', fields }
  }

  /** Behind the bracket of `{ [key: string]: … }`. */
  #record(): Type {
    this.#next()
    this.#need(':')
    const key = this.union()
    this.#need(']')
    this.#need(':')
    const type: Type = { kind: 'name', name: 'Record', of: [key, this.union()] }
    this.#need('}')
    return type
  }

  #peek(): { readonly groups: Readonly<Record<string, string | undefined>>; readonly end: number } {
    TOKEN.lastIndex = this.#at
    const found = TOKEN.exec(this.#text)
    return { groups: found?.groups ?? {}, end: TOKEN.lastIndex }
  }

  #next(): Readonly<Record<string, string | undefined>> {
    const { groups, end } = this.#peek()
    this.#at = end
    return groups
  }

  #take(sign: string): boolean {
    const { groups, end } = this.#peek()
    if (groups['sign'] !== sign) return false
    this.#at = end
    return true
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw new Error(`Expected ${sign}: ${this.#text.slice(this.#at - 20, this.#at + 40)}`)
  }
}
