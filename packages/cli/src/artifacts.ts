import { DESTINATIONS } from '@blamefree/adapters/destinations'
import { BlamefreeError, type Artifact, type Asset, type Destination, type Document, type Incident, type RenderOptions } from '@blamefree/core'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { writeFiles } from './output-files.ts'

/** The flags that say what to make and where, shared by `fill`, `render` and `template blank`. */
export interface OutputFlags {
  readonly to: readonly string[]
  readonly out: string
  readonly name?: string
  readonly force?: boolean
  readonly reference?: readonly string[]
  readonly evidence?: boolean
  readonly audience?: 'internal' | 'company' | 'customer'
  readonly json?: boolean
  readonly quiet?: boolean
}

/** What was made. `printed` is the document itself where it goes to standard output. */
export interface Made {
  readonly paths: readonly string[]
  readonly artifacts: readonly Artifact[]
  readonly printed: Uint8Array | null
}

/** Other names that people have for the formats. */
const ALIASES: Readonly<Record<string, string>> = { md: 'markdown', word: 'docx', htm: 'html' }

/** The endings of the files that change a format's look. */
const REFERENCES: Readonly<Record<string, string>> = { '.docx': 'docx', '.dotx': 'docx', '.typ': 'pdf', '.css': 'html' }

/** Renders a document to every format asked for, all of them before the first file is written, and writes them. */
export async function writeArtifacts(document: Document, { incident, assets = {} }: Facts, flags: OutputFlags, guidance = false): Promise<Made> {
  const destinations = flags.to.map(destinationOf)
  const references = (flags.reference ?? []).map(referenceOf)
  const artifacts: Artifact[] = []
  for (const destination of destinations)
    artifacts.push(await destination.render(document, optionsFor(destination, { incident, assets, flags, guidance, references })))
  if (flags.out === '-') {
    const [only, another] = artifacts
    if (only === undefined || another !== undefined)
      throw new BlamefreeError('cli/one-format', 'Cannot print more than one format.', 'Name one with --to, or a folder with --out.')
    return { paths: [], artifacts, printed: only.bytes }
  }
  return { paths: writeFiles(flags.out, artifacts, flags.force === true), artifacts, printed: null }
}

/** What is known besides a document. */
export interface Facts {
  readonly incident: Incident | null
  /** Images by their address in the document. */
  readonly assets?: Readonly<Record<string, Asset>>
}

interface Rendering extends Required<Facts> {
  readonly flags: OutputFlags
  readonly guidance: boolean
  readonly references: readonly { readonly format: string; readonly name: string; readonly bytes: Uint8Array }[]
}

function optionsFor(destination: Destination, { incident, assets, flags, guidance, references }: Rendering): RenderOptions {
  const reference = references.find(({ format }) => format === destination.id)
  return {
    ...(incident === null ? {} : { incident, name: flags.name ?? incident.id }),
    ...(flags.name === undefined ? {} : { name: flags.name }),
    ...(Object.keys(assets).length === 0 ? {} : { assets }),
    ...(reference === undefined ? {} : { reference: { name: reference.name, bytes: reference.bytes } }),
    ...(flags.audience === undefined ? {} : { audience: flags.audience }),
    ...(guidance ? { guidance } : {}),
    ...(flags.evidence === false ? { evidence: false } : {}),
  }
}

/** A destination by its id or by what people call it. */
export function destinationOf(name: string): Destination {
  const id = name.trim().toLowerCase()
  const found = DESTINATIONS.find((destination) => destination.id === (ALIASES[id] ?? id))
  if (found === undefined) {
    throw new BlamefreeError(
      'cli/unknown-format',
      `Cannot make "${name}": there is no such format.`,
      `Known: ${DESTINATIONS.map((destination) => destination.id).join(', ')}.`,
    )
  }
  return found
}

function referenceOf(path: string): Rendering['references'][number] {
  const format = REFERENCES[extname(path).toLowerCase()]
  if (format === undefined) {
    throw new BlamefreeError(
      'cli/reference',
      `Cannot use ${path} for the look: its ending is none that a format knows.`,
      'Word takes .docx or .dotx, PDF takes .typ, HTML takes .css.',
    )
  }
  try {
    return { format, name: basename(path), bytes: readFileSync(path) }
  } catch (error) {
    throw new BlamefreeError(
      'cli/unreadable',
      `Cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      'Check the path given with --reference.',
      { cause: error },
    )
  }
}
