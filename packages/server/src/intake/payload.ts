import { shortHash, type Raw, type ReadOptions } from '@blamefree/core'

/** A payload as somebody handed it in: one file, or a folder of files that belong together. */
export interface Payload {
  /** As its sender named it: a file's name, or the folder's. */
  readonly name: string
  /** One for a file; its path is the payload's name. */
  readonly files: readonly PayloadFile[]
}

/** One file of a payload. */
export interface PayloadFile {
  /** Relative, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What is said with payloads: which sources they are of, and what of them to read. */
export interface IntakeOptions extends ReadOptions {
  /** The id of the source that all of them are of; left out, each is recognised by its content. */
  readonly source?: string
  /** The same for single payloads, by their names. */
  readonly sources?: Readonly<Record<string, string>>
}

/** A payload of one file. */
export function payloadOf(name: string, bytes: Uint8Array): Payload {
  return { name, files: [{ path: name, bytes }] }
}

/** Files by their paths → payloads: those in one folder are one payload of its name, the others one each. */
export function gatherPayloads(files: readonly PayloadFile[]): Payload[] {
  const folders = new Map<string, PayloadFile[]>()
  for (const { path: said, bytes } of files) {
    const path = cleanPath(said)
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : null
    const key = folder === null ? `file ${path} ${folders.size}` : `folder ${folder}`
    folders.set(key, [...(folders.get(key) ?? []), { path: folder === null ? path : path.slice(folder.length + 1), bytes }])
  }
  return [...folders].map(([key, inside]) => ({ name: key.startsWith('folder ') ? key.slice(7) : (inside[0]?.path ?? key), files: inside }))
}

/** A path without what could lead out of its folder, and never empty. */
function cleanPath(said: string): string {
  const parts = said
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/').slice(-400) || `file-${shortHash(said)}`
}

/** A payload as the sources take it. */
export function rawOf({ name, files }: Payload): Raw {
  return { name, files: files.map(({ path, bytes }) => ({ path, size: bytes.byteLength, bytes })) }
}

/** The source that a payload is said to be of, and how to read it. */
export function saidOf({ name }: Payload, { source, sources, ...read }: IntakeOptions): { readonly source: string | undefined; readonly read: ReadOptions } {
  return { source: sources !== undefined && Object.hasOwn(sources, name) ? sources[name] : source, read }
}
