import { isDeepStrictEqual } from 'node:util'
import { countConstructs, exportedTree, type Artifact, type Construct, type Destination, type Document, type RenderOptions } from '@blamefree/core'
import { EVIDENCE_WORDS, GUIDANCE_WORDS } from './every-construct.ts'
import { seenInDocument, type FormatReader, type Seen } from './seen.ts'

/** A destination, and how what it makes is read back. */
export interface Pair {
  readonly destination: Destination
  readonly reader: FormatReader
}

/** Everything that is wrong with what a destination makes of a document, as sentences; none when it keeps the contract. */
export async function documentFaults({ destination, reader }: Pair, document: Document, options: RenderOptions = {}): Promise<string[]> {
  const faults: string[] = []
  const artifact = await attempt(() => destination.render(document, options), 'Rendering', faults)
  const again = await attempt(() => destination.render(structuredClone(document), options), 'Rendering', faults)
  if (artifact === null || again === null) return faults
  if (!isDeepStrictEqual(artifact, again)) faults.push('The same document gives other bytes, or another report, the second time.')
  const shown = { ...document, tree: exportedTree(document.tree, options) }
  faults.push(...artifactFaults(destination, artifact, options), ...lossFaults(destination, artifact, shown))
  const seen = await attempt(async () => reader.read(artifact), 'Reading it back', faults)
  return seen === null ? faults : [...faults, ...wordFaults(seen, shown, options)]
}

/** The same, and what must be seen of each construct that the destination does not declare lost. The document must hold every construct. */
export async function constructFaults(pair: Pair, document: Document, options: RenderOptions = {}): Promise<string[]> {
  const { destination, reader } = pair
  const faults = await documentFaults(pair, document, options)
  const seen = await attempt(async () => reader.read(await destination.render(document, options)), 'Reading it back', faults)
  if (seen === null) return faults
  const wanted = seenInDocument({ ...document, tree: exportedTree(document.tree, options) }).constructs
  for (const [construct, expected] of Object.entries(wanted) as [Construct, string[]][]) {
    if (destination.loses[construct] !== undefined || reader.blind?.includes(construct) === true) continue
    const missing = less(expected, seen.constructs[construct] ?? [])
    if (missing.length > 0) faults.push(`${construct} does not survive, and is not declared lost: ${missing.slice(0, 3).map(quoted).join(', ')}.`)
  }
  return faults
}

/** What is wrong with how the options are kept. The document must hold guidance and evidence. */
export async function optionFaults({ destination, reader }: Pair, document: Document): Promise<string[]> {
  const faults: string[] = []
  const words = async (options: RenderOptions): Promise<string> =>
    (await attempt(async () => squeezed((await reader.read(await destination.render(document, options))).words), 'Rendering', faults)) ?? ''
  const guidance = squeezed(GUIDANCE_WORDS)
  const evidence = squeezed(EVIDENCE_WORDS)
  const plain = await words({})
  if (plain.includes(guidance)) faults.push('Guidance is exported although nobody asked for it.')
  if (!(await words({ guidance: true })).includes(guidance)) faults.push('Guidance is not exported when asked for.')
  if (!plain.includes(evidence)) faults.push('Evidence is left out although nobody said so.')
  if ((await words({ evidence: false })).includes(evidence)) faults.push('Evidence is exported although it was not wanted.')
  return faults
}

function artifactFaults(destination: Destination, artifact: Artifact, options: RenderOptions): string[] {
  const faults: string[] = []
  if (!artifact.name.endsWith(`.${destination.extension}`)) faults.push(`The name ${artifact.name} does not end in .${destination.extension}.`)
  if (options.name !== undefined && artifact.name !== `${options.name}.${destination.extension}`) faults.push('The name that was asked for is not used.')
  if (/[/\\\u0000-\u001f]|^\./.test(artifact.name)) faults.push(`The name ${quoted(artifact.name)} is not one for a file.`)
  if (!/^[a-z]+\/[\w.+-]+(?:;\s*charset=utf-8)?$/.test(artifact.mediaType)) faults.push(`${artifact.mediaType} is no media type.`)
  for (const { message } of [...artifact.losses, ...artifact.problems])
    if (!/^[A-Z0-9][^]*\.$/.test(message)) faults.push(`${quoted(message)} is not a sentence.`)
  return faults
}

/** What is wrong with the losses that are reported of a document: those declared, as often as they occur, and no others. The document is as it was shown. */
export function lossFaults(destination: Pick<Destination, 'loses'>, artifact: Pick<Artifact, 'losses'>, document: Document): string[] {
  const faults: string[] = []
  const occurs = countConstructs(document.tree)
  for (const [construct, what] of Object.entries(destination.loses) as [Construct, string][]) {
    const reported = artifact.losses.filter((loss) => loss.construct === construct && loss.what === what).reduce((sum, { count }) => sum + count, 0)
    if (reported !== (occurs.get(construct) ?? 0)) faults.push(`${construct} is lost ${occurs.get(construct) ?? 0} times and reported ${reported} times.`)
  }
  for (const { construct } of artifact.losses) {
    if (!occurs.has(construct)) faults.push(`A loss of ${construct} is reported, and the document holds none.`)
    // An image can be lost without being declared: its file may not have come with the document.
    if (destination.loses[construct] === undefined && construct !== 'image') faults.push(`A loss of ${construct} is reported, and was never declared.`)
  }
  return faults
}

function wordFaults(seen: Seen, document: Document, { audience }: RenderOptions): string[] {
  const faults: string[] = []
  const words = squeezed(seen.words)
  const missing = texts(document).filter((text) => !words.includes(text))
  if (missing.length > 0) faults.push(`Words are missing: ${missing.slice(0, 3).map(quoted).join(', ')}.`)
  if (!words.includes(squeezed(document.title))) faults.push('The title is not shown.')
  if (audience !== undefined && !words.includes(squeezed(audience))) faults.push('The audience is not printed.')
  return faults
}

/** The words of each leaf of a document, squeezed. */
function texts({ tree }: Document): string[] {
  const found: string[] = []
  const waiting: unknown[] = [tree]
  for (let node = waiting.pop() as Record<string, unknown> | undefined; node !== undefined; node = waiting.pop() as typeof node) {
    if (typeof node['value'] === 'string') found.push(squeezed(node['value']))
    if (Array.isArray(node['children'])) waiting.push(...(node['children'] as unknown[]))
  }
  return found
}

/** Without white space and invisible characters: where a line breaks is the format's own business. */
const squeezed = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]+/g, '')
const quoted = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** What is in the first list and, as often, not in the second. */
function less(wanted: readonly string[], found: readonly string[]): string[] {
  const left = found.map(squeezed)
  return wanted.filter((text) => {
    const at = left.indexOf(squeezed(text))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

async function attempt<T>(work: () => T | Promise<T>, what: string, faults: string[]): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    faults.push(`${what} throws: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`)
    return null
  }
}
