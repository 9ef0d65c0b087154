import { isMap, isScalar, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'

/** A Markdown file in two: what its front matter says, and the rest. */
export interface FrontMatter {
  /** The values by key; null when the file has no front matter or it cannot be read. */
  readonly values: Readonly<Record<string, unknown>> | null
  /** The text with the front matter blanked out, so that lines and columns stay what they are in the file. */
  readonly body: string
  /** Where in the text each key begins, an inner one (`for.severity`) by its way. */
  readonly keys: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([^]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const LARGEST = 64_000
const NO_KEYS: ReadonlyMap<string, number> = new Map()

/** Reads YAML between two lines of `---` at the very start of a file. Aliases are limited, so that a small file cannot unfold into a huge one. */
export function readFrontMatter(text: string): FrontMatter {
  const match = text.startsWith('---') || text.startsWith('\uFEFF---') ? FENCED.exec(text) : null
  if (match === null) return { values: null, body: text, keys: NO_KEYS, problems: [] }
  const body = match[0].replace(/[^\r\n]/g, ' ') + text.slice(match[0].length)
  const source = match[1] ?? ''
  if (source.length > LARGEST) return { values: null, body, keys: NO_KEYS, problems: [problem(`The front matter is longer than ${LARGEST} characters.`, 1)] }
  try {
    const document = parseDocument(source, { prettyErrors: false, stringKeys: true, schema: 'core', logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined) return { values: null, body, keys: NO_KEYS, problems: [problem(firstSentence(error.message), lineAt(source, error.pos[0]) + 1)] }
    const values: unknown = document.toJS({ maxAliasCount: 20 })
    if (values === null) return { values: {}, body, keys: NO_KEYS, problems: [] }
    if (typeof values !== 'object' || Array.isArray(values))
      return { values: null, body, keys: NO_KEYS, problems: [problem('It is not a list of `key: value` lines.', 1)] }
    return { values: values as Record<string, unknown>, body, keys: keysIn(document.contents, match[0].indexOf('\n') + 1), problems: [] }
  } catch (error) {
    return { values: null, body, keys: NO_KEYS, problems: [problem(firstSentence(error instanceof Error ? error.message : 'It is not YAML.'), 1)] }
  }
}

/** The keys of a map and of the maps in it. `offset`: of the YAML in the file. */
function keysIn(node: unknown, offset: number, way = ''): Map<string, number> {
  const keys = new Map<string, number>()
  for (const { key, value } of isMap(node) ? node.items : []) {
    if (!isScalar(key) || !Array.isArray(key.range)) continue
    const name = `${way}${String(key.value)}`
    keys.set(name, offset + key.range[0])
    for (const [inner, at] of keysIn(value, offset, `${name}.`)) keys.set(inner, at)
  }
  return keys
}

function problem(why: string, line: number): Problem {
  return {
    code: 'markdown/front-matter',
    message: `The front matter cannot be read: ${why}`,
    hint: 'Write `key: value` lines between two lines of `---`, with quotes around values that hold a colon.',
    weight: 'error',
    place: { line, column: 1 },
  }
}

function firstSentence(message: string): string {
  const [first = ''] = message.split('\n')
  return first.endsWith('.') ? first : `${first}.`
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
