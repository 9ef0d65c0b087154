import { shortHash, type Raw, type ReadOptions } from '@blamefree/core'
import type { ArrivedRaw } from '../store/raw-arrival.ts'

/** A payload as somebody handed it in: one file, or a folder of files that belong together. */
export interface Payload<File extends PayloadFile = PayloadFile> {
  /** As its sender named it: a file's name, or the folder's. */
  readonly name: string
  /** One for a file; its path is the payload's name. */
  readonly files: readonly File[]
}

/** One file of a payload: in memory, or kept already because it is large. */
export type PayloadFile = HeldFile | KeptFile

/** A file in memory. */
export interface HeldFile {
  /** Relative, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that the store keeps. */
export interface KeptFile {
  readonly path: string
  readonly hash: Buffer
  /** It is kept under the name under which it arrived; null: under its hash, for good. */
  readonly arrived: ArrivedRaw | null
  /** Its bytes, piece by piece. Throws at the end when they are not what was kept. */
  pieces(): AsyncIterable<Buffer>
}

/** Whether a file is where the store keeps it. */
export const isKept = (file: PayloadFile): file is KeptFile => 'pieces' in file

/** What is said with payloads: which sources they are of, and what of them to read. */
export interface IntakeOptions extends ReadOptions {
  /** The id of the source that all of them are of; left out, each is recognised by its content. */
  readonly source?: string
  /** The same for single payloads, by their names. */
  readonly sources?: Readonly<Record<string, string>>
}

/** A payload of one file. */
export function payloadOf(name: string, bytes: Uint8Array): Payload<HeldFile> {
  return { name, files: [{ path: name, bytes }] }
}

/** Files by their paths → payloads: those in one folder are one payload of its name, the others one each. */
export function gatherPayloads<File extends PayloadFile>(files: readonly File[]): Payload<File>[] {
  const folders = new Map<string, File[]>()
  for (const file of files) {
    const path = cleanPath(file.path)
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : null
    const key = folder === null ? `file ${path} ${folders.size}` : `folder ${folder}`
    const inside = folders.get(key) ?? []
    folders.set(key, inside)
    inside.push({ ...file, path: folder === null ? path : path.slice(folder.length + 1) })
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
export function rawOf({ name, files }: Payload<HeldFile>): Raw {
  return { name, files: files.map(({ path, bytes }) => ({ path, size: bytes.byteLength, bytes })) }
}

/** A payload whose files are in memory; null when one is not. */
export function heldPayload({ name, files }: Payload): Payload<HeldFile> | null {
  const held = files.filter((file): file is HeldFile => !isKept(file))
  return held.length < files.length ? null : { name, files: held }
}

/** The source that a payload is said to be of, and how to read it. */
export function saidOf({ name }: Payload, { source, sources, ...read }: IntakeOptions): { readonly source: string | undefined; readonly read: ReadOptions } {
  return { source: sources !== undefined && Object.hasOwn(sources, name) ? sources[name] : source, read }
}
