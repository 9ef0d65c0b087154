/** Where a text stops being JSON, in UTF-16 code units from its start, and what should be there, as words in a sentence. */
export interface JsonFault {
  readonly offset: number
  readonly expected: string
}

/** The first place where a text that is not whole JSON breaks the grammar (RFC 8259). For a text that is, its end. Uses no stack, so depth is no danger. */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = []
  let at = skip(text, 0)
  let expects: Expected = 'value'
  for (;;) {
    const step: Step = next(text, at, expects, open)
    if ('expected' in step) return { offset: Math.min(step.offset, text.length), expected: step.expected }
    at = skip(text, step.at)
    expects = step.expects
  }
}

type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'more'
type Step = { readonly at: number; readonly expects: Expected } | JsonFault

function next(text: string, at: number, expects: Expected, open: ('{' | '[')[]): Step {
  const character = text.charAt(at)
  if (expects === 'more') return more(text, at, open)
  if (expects === 'colon') return character === ':' ? { at: at + 1, expects: 'value' } : { offset: at, expected: 'a colon' }
  if (expects === 'first-key' && character === '}') return closed(at, open)
  if (expects === 'key' || expects === 'first-key') {
    const end = character === '"' ? stringEnd(text, at) : null
    if (end === null) return { offset: at, expected: 'a key in double quotes' }
    return end > text.length ? { offset: text.length, expected: 'a closing double quote' } : { at: end, expects: 'colon' }
  }
  if (expects === 'first-item' && character === ']') return closed(at, open)
  return value(text, at, open)
}

function value(text: string, at: number, open: ('{' | '[')[]): Step {
  const character = text.charAt(at)
  if (character === '{' || character === '[') {
    open.push(character)
    return { at: at + 1, expects: character === '{' ? 'first-key' : 'first-item' }
  }
  if (character === '"') {
    const end = stringEnd(text, at)
    return end > text.length ? { offset: text.length, expected: 'a closing double quote' } : { at: end, expects: 'more' }
  }
  SCALAR.lastIndex = at
  const match = SCALAR.exec(text)
  return match === null ? { offset: at, expected: 'a value' } : { at: at + match[0].length, expects: 'more' }
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

function more(text: string, at: number, open: ('{' | '[')[]): Step {
  const within = open.at(-1)
  const character = text.charAt(at)
  if (within === undefined) return { offset: at, expected: at < text.length ? 'the end' : 'nothing' }
  if (character === ',') return { at: at + 1, expects: within === '{' ? 'key' : 'value' }
  if (character === (within === '{' ? '}' : ']')) return closed(at, open)
  return { offset: at, expected: within === '{' ? 'a comma or a closing brace' : 'a comma or a closing bracket' }
}

function closed(at: number, open: ('{' | '[')[]): Step {
  open.pop()
  return { at: at + 1, expects: 'more' }
}

/** The place after a string's closing quote; past the text's end when there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') return at + 1
    if (character === '\\') at++
  }
  return text.length + 1
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at++
  return at
}
