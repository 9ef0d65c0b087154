import { directive } from 'micromark-extension-directive'

type Extension = ReturnType<typeof directive>
type Construct = Extract<NonNullable<NonNullable<Extension['text']>[string]>, { tokenize: unknown }>
type Tokenizer = Construct['tokenize']
type State = ReturnType<Tokenizer>

/** Which names are directives. `any` is for templates, where an unknown name is a problem to report and not text. */
export interface Grammar {
  readonly text: readonly string[]
  readonly leaf: readonly string[] | 'any'
  readonly container: readonly string[] | 'any'
}

/**
 * Directive syntax that leaves clock times alone. The stock syntax takes `09:02:00Z`, `16:9` and `10:30` for directives; here a text directive
 * is one of the known names, with `[` or `{` after it and no ASCII letter, digit or colon before it, and a leaf or container needs a known name too.
 */
export function directiveSyntax(grammar: Grammar): Extension {
  const stock = directive()
  const text = only(stock.text?.[58])
  const [container, leaf] = many(stock.flow?.[58])
  const flow: Construct[] = []
  if (container !== undefined) flow.push(guarded(container, lookahead('flow', 3, grammar.container)))
  if (leaf !== undefined && grammar.leaf.length > 0) flow.push(guarded(leaf, lookahead('flow', 2, grammar.leaf)))
  return { text: { 58: { ...guarded(text, lookahead('text', 1, grammar.text)), previous: notInWord } }, flow: { 58: flow } }
}

function guarded(construct: Construct, guard: Tokenizer): Construct {
  const partial = { tokenize: guard, partial: true }
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(partial, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

function notInWord(code: number | null): boolean {
  return code === null || !(code === 58 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))
}

const LONGEST_NAME = 60

/** Consumes colons and a name, and says whether a directive starts here. */
function lookahead(where: 'text' | 'flow', colons: number, names: readonly string[] | 'any'): Tokenizer {
  return (effects, ok, nok) => {
    let seen = 0
    let name = ''
    const inName = (code: number | null): State | undefined => {
      if (code !== null && isNameCode(code) && name.length < LONGEST_NAME) {
        name += String.fromCharCode(code)
        effects.consume(code)
        return inName
      }
      effects.exit('data')
      const known = names === 'any' ? name !== '' : names.includes(name)
      return known && (where === 'flow' || code === 91 || code === 123) ? ok(code) : nok(code)
    }
    const inColons = (code: number | null): State | undefined => {
      if (code === 58) {
        seen++
        effects.consume(code)
        return inColons
      }
      const enough = colons === 3 ? seen >= 3 : seen === colons
      if (enough) return inName(code)
      effects.exit('data')
      return nok(code)
    }
    return (code) => {
      effects.enter('data')
      return inColons(code)
    }
  }
}

function isNameCode(code: number): boolean {
  return code === 45 || code === 95 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function only(entry: Construct | Construct[] | undefined): Construct {
  const [first] = many(entry)
  if (first === undefined) throw new Error('Expected the directive extension to have a construct for the colon.')
  return first
}

function many(entry: Construct | Construct[] | undefined): Construct[] {
  return entry === undefined ? [] : Array.isArray(entry) ? entry : [entry]
}
