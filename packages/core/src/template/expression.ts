/** `{{ incident.severity | default: "unknown" | upper }}`, read. Offsets count UTF-16 units in the template's text. */
export interface Expression {
  readonly path: readonly string[]
  readonly filters: readonly FilterCall[]
  /** As written, braces included. */
  readonly source: string
  readonly offset: number
  /** What is wrong with how it is written, in a sentence; null when it can be read. */
  readonly fault: { readonly sentence: string; readonly offset: number } | null
}

/** One filter with its arguments. */
export interface FilterCall {
  readonly name: string
  readonly arguments: readonly string[]
  readonly offset: number
}

/** An expression's source, from `{{` to `}}`, and where it stands → the expression. */
export function readExpression(source: string, offset: number): Expression {
  const tokens = tokensOf(source.slice(2, -2), offset + 2)
  const none = { path: [], filters: [], source, offset }
  const bad = tokens.find(({ kind }) => kind === 'unreadable')
  if (bad !== undefined) return { ...none, fault: { sentence: `\`${bad.text}\` cannot be read here.`, offset: bad.offset } }
  const [head] = tokens
  if (head?.kind !== 'word') return { ...none, fault: { sentence: `Expected the name of a variable in \`${source}\`.`, offset: head?.offset ?? offset } }
  const filters: FilterCall[] = []
  const path = head.text.split('.')
  for (let index = 1; index < tokens.length;) {
    const name = tokens[index + 1]
    if (tokens[index]?.kind !== '|' || name?.kind !== 'word') {
      const at = tokens[index]
      return { ...none, fault: { sentence: `Expected \`|\` and the name of a filter, got \`${at?.text ?? ''}\`.`, offset: at?.offset ?? offset } }
    }
    index += 2
    const given: string[] = []
    while (tokens[index]?.kind === ':' || tokens[index]?.kind === ',') {
      const value = tokens[index + 1]
      if (value?.kind !== 'word' && value?.kind !== 'string')
        return { ...none, fault: { sentence: `Expected a value after \`${name.text}:\`.`, offset: name.offset } }
      given.push(value.text)
      index += 2
    }
    filters.push({ name: name.text, arguments: given, offset: name.offset })
  }
  return { path, filters, source, offset, fault: null }
}

interface Token {
  readonly kind: 'word' | 'string' | '|' | ':' | ',' | 'unreadable'
  readonly text: string
  readonly offset: number
}

const TOKEN = /\s+|"([^"]*)"|'([^']*)'|([A-Za-z0-9_][\w./+-]*)|(\\?\||[:,])|(.)/gy

function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [whole, double, single, word, mark] = match
    if (whole.trim() === '') continue
    const at = offset + match.index
    if (double !== undefined || single !== undefined) tokens.push({ kind: 'string', text: double ?? single ?? '', offset: at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, offset: at })
    else if (mark !== undefined) tokens.push({ kind: mark.replace('\\', '') as '|' | ':' | ',', text: mark, offset: at })
    else tokens.push({ kind: 'unreadable', text: whole, offset: at })
  }
  return tokens
}
