import { decodeText, isRecord, type Problem, type Raw, type RawFile, type Recognition } from '@blamefree/core'
import { LineCounter, isMap, parseDocument, type Document } from 'yaml'
import { KEYS } from './schema.ts'

/** An incident file that could be parsed, and where its parts stand. */
export interface ParsedFile {
  readonly file: string
  readonly value: unknown
  /** A problem at the value (or, with `key`, at the key) that lies at a path. */
  problem(code: string, message: string, at: Spot): Problem
}

/** Where in the file, and how bad. */
export interface Spot {
  readonly path: readonly (string | number)[]
  readonly key?: boolean
  readonly hint?: string
  readonly weight?: Problem['weight']
}

const MOST_BYTES = 2_000_000
/** The mark of the format: `incident:` at the left margin, or as the first key of a JSON object. */
// Blanks before the brace are those of its line: over line endings, every line of an empty text would look through all of it.
const MARK = /^(?:incident|"incident"|'incident')[ \t]*:|^\uFEFF?[ \t]*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"incident"\s*:/m
/** Systems whose JSON has an `incident` too, and keys that theirs has. */
const FOREIGN = ['incident_number', 'html_url', 'incident_updates', 'shortlink', 'incident_key', 'incidentId']

/** Certain when a file has `incident` at its top and under it mostly keys of ours. */
export function recognise(raw: Raw): Recognition {
  for (const file of raw.files) {
    if (file.size > MOST_BYTES || (raw.files.length > 1 && !/\.(?:ya?ml|json)$/i.test(file.path))) continue
    const parsed = parseFile(file)
    const incident = 'value' in parsed && isRecord(parsed.value) ? parsed.value['incident'] : null
    if (!isRecord(incident) || FOREIGN.some((key) => Object.hasOwn(incident, key))) continue
    const keys = Object.keys(incident)
    const known = keys.filter((key) => (KEYS.incident as readonly string[]).includes(key)).length
    if (known > 0 && known * 2 >= keys.length) return 'certain'
  }
  return 'no'
}

// A file is asked about and then read; it is parsed once. Remembering changes no answer.
const PARSED = new WeakMap<RawFile, ParsedFile | Problem>()

/** A file as a value with places, or the problem why not. */
export function parseFile(file: RawFile): ParsedFile | Problem {
  const known = PARSED.get(file)
  if (known !== undefined) return known
  const parsed = parsedText(file)
  PARSED.set(file, parsed)
  return parsed
}

function parsedText(file: RawFile): ParsedFile | Problem {
  const broken = (why: string, line?: number, column?: number): Problem => ({
    code: 'incident-file/broken',
    message: `The incident file cannot be read: ${why}`,
    hint: 'It is YAML (or JSON): `key: value` lines, indented by two spaces, with quotes around values that hold a colon and a space.',
    weight: 'error',
    place: { file: file.path, ...(line === undefined || column === undefined ? {} : { line, column }) },
  })
  if (file.size > MOST_BYTES) return broken(`it has ${Math.round(file.size / 1e6)} MB, and at most ${MOST_BYTES / 1e6} MB are read.`)
  const text = decodeText(file.bytes)
  if (!MARK.test(text)) return broken('it has no `incident:` at its left margin.')
  try {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, schema: 'core', logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0])
      return broken(sentence(error.message), line, col)
    }
    return withPlaces(file.path, document, lines)
  } catch (error) {
    return broken(sentence(error instanceof Error ? error.message : 'it is not YAML.'))
  }
}

function withPlaces(file: string, document: Document.Parsed, lines: LineCounter): ParsedFile {
  const offsetOf = ({ path, key = false }: Spot): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      const last = path[length - 1]
      if (key && length === path.length && last !== undefined) {
        const parent: unknown = document.getIn(path.slice(0, -1), true)
        const pair = isMap(parent) ? parent.items.find((item) => keyText(item.key) === last) : undefined
        const at = rangeOf(pair?.key)
        if (at !== null) return at
      }
      const at = rangeOf(node)
      if (at !== null) return at
    }
    return 0
  }
  return {
    file,
    value: document.toJS({ maxAliasCount: 100 }) as unknown,
    problem(code, message, spot) {
      const { line, col } = lines.linePos(offsetOf(spot))
      const path = spot.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
      const place = { file, line: Math.max(1, line), column: Math.max(1, col), path: path.replace(/^\./, '') }
      return { code: `incident-file/${code}`, message, weight: spot.weight ?? 'warning', place, ...(spot.hint === undefined ? {} : { hint: spot.hint }) }
    },
  }
}

const keyText = (key: unknown): unknown => (typeof key === 'object' && key !== null && 'value' in key ? key.value : key)

function rangeOf(node: unknown): number | null {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null
}

function sentence(message: string): string {
  const [first = ''] = message.split('\n')
  return `${first.slice(0, 300).replace(/[.:]$/, '')}.`
}
