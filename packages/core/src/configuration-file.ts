import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type ParsedNode } from 'yaml'
import { DEFAULT_CONFIGURATION, type Configuration } from './configuration.ts'
import { CONFIGURATION_KEYS, type Complaint, type Reader } from './configuration-keys.ts'
import type { Place, Problem } from './problem.ts'

const LARGEST = 256_000

/**
 * A configuration file (YAML or JSON; its keys are those of `Configuration`) over the defaults. A wrong value is a problem with line and column
 * and its default holds. An empty text is the defaults. Never throws.
 */
export function readConfiguration(text: string, file: string): { readonly configuration: Configuration; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  if (text.length > LARGEST) {
    problems.push({
      code: 'configuration/too-large',
      message: `The configuration is longer than ${LARGEST} characters; the defaults hold.`,
      weight: 'error',
      place: { file },
    })
    return { configuration: DEFAULT_CONFIGURATION, problems }
  }
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true, schema: 'core', logLevel: 'silent' })
  const at = (offset: number | undefined): Place =>
    offset === undefined ? { file } : { file, line: counter.linePos(offset).line, column: counter.linePos(offset).col }
  for (const error of document.errors.slice(0, 5)) {
    const message = `The configuration cannot be read: ${error.message.split('\n')[0] ?? ''}`
    problems.push({
      code: 'configuration/syntax',
      message: ended(message),
      hint: 'The defaults hold until it is mended.',
      weight: 'error',
      place: at(error.pos[0]),
    })
  }
  if (document.errors.length > 0 || document.contents === null) return { configuration: DEFAULT_CONFIGURATION, problems }
  const say = (complaint: Complaint): void => {
    problems.push({
      code: `configuration/${complaint.code}`,
      message: complaint.message,
      hint: complaint.hint,
      weight: 'error',
      place: at(complaint.node?.range?.[0]),
    })
  }
  if (!isMap(document.contents)) {
    say({ code: 'shape', node: document.contents, message: 'The configuration is not a list of `key: value` lines; the defaults hold.', hint: known() })
    return { configuration: DEFAULT_CONFIGURATION, problems }
  }
  return { configuration: settled(readKeys(document.contents.items, say), say), problems }
}

/** What was found in the file, before it is checked that its parts fit together. */
function readKeys(pairs: readonly { key: unknown; value: unknown }[], say: (complaint: Complaint) => void): Configuration {
  const values: Record<string, unknown> = {}
  for (const pair of pairs) {
    const keyNode = pair.key as ParsedNode
    const key = isScalar(keyNode) ? String(keyNode.value) : ''
    const read: Reader | undefined = Object.hasOwn(CONFIGURATION_KEYS, key) ? CONFIGURATION_KEYS[key as keyof Configuration] : undefined
    if (read === undefined) {
      say({ code: 'unknown-key', node: keyNode, message: `There is no setting "${key}".`, hint: known() })
      continue
    }
    const node = pair.value as Node | null
    if (node === null || (isScalar(node) && node.value === null && key !== 'zone')) continue
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) {
      say({ code: 'alias', node, message: `"${key}" uses a YAML alias, which a configuration may not.`, hint: 'Write the value out.' })
      continue
    }
    const value = read(node, { say, before: DEFAULT_CONFIGURATION })
    if (value !== undefined) values[key] = value
  }
  return { ...DEFAULT_CONFIGURATION, ...(values as Partial<Configuration>) }
}

/** Metrics between timestamps that the team has dropped are dropped with them; only those that the file itself names are worth a word. */
function settled(configuration: Configuration, say: (complaint: Complaint) => void): Configuration {
  const kept = new Set(configuration.timestamps.map(({ id }) => id))
  if (configuration.metrics === DEFAULT_CONFIGURATION.metrics) return configuration
  const metrics = configuration.metrics.filter(({ id, from, to }) => {
    const missing = [from, to].filter((timestamp) => !kept.has(timestamp))
    if (missing.length === 0) return true
    say({
      code: 'metric',
      node: null,
      message: `The metric "${id}" is left out: there is no timestamp ${missing.map((name) => `"${name}"`).join(' and ')}.`,
      hint: `Timestamps: ${[...kept].join(', ')}.`,
    })
    return false
  })
  return { ...configuration, metrics }
}

const known = (): string => `Known settings: ${Object.keys(CONFIGURATION_KEYS).join(', ')}.`
const ended = (message: string): string => (message.endsWith('.') ? message : `${message}.`)
