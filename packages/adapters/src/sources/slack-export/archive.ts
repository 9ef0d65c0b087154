import { cleanText, type Problem, type Raw } from '@blamefree/core'
import { crc32, inflateRawSync } from 'node:zlib'
import { dataOf, zipEntries, type ZipEntry } from './zip-directory.ts'

/** A file of an export, not yet inflated or read. */
export interface ExportFile {
  /** Relative to the export's own top folder: `inc-42/2026-03-04.json`. */
  readonly path: string
  /** As a problem names it: `export.zip: inc-42/2026-03-04.json`. */
  readonly place: string
  readonly size: number
  /** Its bytes, or the problem that it has. Inflates or reads the file each time. */
  open(): Uint8Array | Problem
}

/** A payload's files, whether it came as a zip or as a folder. When it cannot be trusted there are none, and a problem says why. */
export interface Archive {
  readonly files: readonly ExportFile[]
  readonly problems: readonly Problem[]
}

/** A single file larger than this is refused. Slack's day files are rarely more than a few megabytes. */
const MOST_BYTES = 100_000_000
/** What all files together may take when they are inflated. */
const MOST_IN_ALL = 8_000_000_000
const MOST_ENTRIES = 200_000
/** JSON shrinks to a twentieth, seldom to a hundredth; deflate ends at a 1,032nd. Small files are harmless whatever they claim. */
const MOST_RATIO = 250
const HARMLESS_SIZE = 10_000_000
/** Likewise of all files together: many small ones make a bomb, too. */
const HARMLESS_IN_ALL = 250_000_000

/** Whether a payload is one file that begins as a zip does. */
export function isZip(raw: Raw): boolean {
  const [file] = raw.files
  if (file === undefined || raw.files.length > 1 || file.size < 4) return false
  const { bytes } = file
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
}

/** The files of a zip or a folder, none of them opened. A zip with a name that leaves it, a name twice, a bomb or entries that overlap is refused whole. */
export function openArchive(raw: Raw): Archive {
  const [only] = raw.files
  if (only === undefined || !isZip(raw)) {
    const files = raw.files.map((file): ExportFile => {
      const place = raw.files.length > 1 ? `${raw.name}: ${cleanText(file.path)}` : cleanText(file.path)
      return { path: file.path, place, size: file.size, open: () => (file.size > MOST_BYTES ? tooLarge(place, file.size) : file.bytes) }
    })
    return { files: withoutTop(files), problems: [] }
  }
  const { bytes } = only
  const entries = zipEntries(bytes)
  if (entries === null) {
    const problem: Problem = {
      code: 'slack-export/damaged-zip',
      message: `${cleanText(raw.name)} is damaged or truncated: it begins as a zip does, but its table of contents is not whole.`,
      hint: 'Download the export again, or unpack it and give the folder.',
      weight: 'error',
      place: { file: raw.name },
    }
    return { files: [], problems: [problem] }
  }
  const fault = entriesFault(entries, { archive: raw.name, length: bytes.length })
  if (fault !== null) return { files: [], problems: [fault] }
  const files = entries.filter(({ path, special }) => !special && !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(path))
  return { files: withoutTop(files.map((entry) => zipFile(bytes, entry, raw.name))), problems: specialProblems(entries, raw.name) }
}

function zipFile(bytes: Uint8Array, entry: ZipEntry, archive: string): ExportFile {
  const place = `${archive}: ${cleanText(entry.path)}`
  return { path: entry.path, place, size: entry.size, open: () => inflated(bytes, entry, place) }
}

/** Why a whole archive is not to be trusted, or null. */
function entriesFault(entries: readonly ZipEntry[], { archive, length }: { readonly archive: string; readonly length: number }): Problem | null {
  const refused = (what: string, path: string, code: string): Problem => ({
    code: `slack-export/${code}`,
    message: `${cleanText(archive)} is not opened: ${what}.`,
    hint: 'Slack makes no such zip. Download the export again from Slack itself.',
    weight: 'error',
    place: { file: path === '' ? archive : `${archive}: ${cleanText(path)}` },
  })
  if (entries.length > MOST_ENTRIES) return refused(`it has ${entries.length} entries, more than ${MOST_ENTRIES}`, '', 'zip-too-large')
  const seen = new Set<string>()
  let total = 0
  for (const { path, size, compressed, method } of entries) {
    const shown = cleanText(path).slice(0, 120)
    if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\u0000/i.test(path)) return refused(`the path ${shown} leads outside of it`, path, 'zip-path')
    if (seen.has(path)) return refused(`it holds ${shown} twice`, path, 'zip-duplicate')
    seen.add(path)
    total += size
    if (size > HARMLESS_SIZE && (method === 8 ? compressed * MOST_RATIO < size : compressed < size)) {
      return refused(`${shown} expands to ${Math.round(size / Math.max(1, compressed))} times its size, as a zip bomb does`, path, 'zip-bomb')
    }
    if (total > MOST_IN_ALL) return refused(`its files expand to more than ${MOST_IN_ALL / 1e9} GB`, '', 'zip-too-large')
  }
  if (total > HARMLESS_IN_ALL && length * MOST_RATIO < total)
    return refused(`its files expand to ${Math.round(total / length)} times its size, as a zip bomb does`, '', 'zip-bomb')
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset)
  const overlapping = inOrder.find((entry, index) => entry.offset + 30 + entry.compressed > (inOrder[index + 1]?.offset ?? Number.MAX_SAFE_INTEGER))
  return overlapping === undefined ? null : refused('its entries lie over each other, as in a zip bomb', overlapping.path, 'zip-bomb')
}

function specialProblems(entries: readonly ZipEntry[], archive: string): Problem[] {
  return entries
    .filter(({ special }) => special)
    .slice(0, 5)
    .map(({ path }) => ({
      code: 'slack-export/zip-link',
      message: `${cleanText(path).slice(0, 120)} is a symbolic link and is passed over.`,
      weight: 'warning',
      place: { file: `${archive}: ${cleanText(path)}` },
    }))
}

function inflated(bytes: Uint8Array, entry: ZipEntry, place: string): Uint8Array | Problem {
  if (entry.encrypted) return unreadable(place, 'is encrypted', 'Unpack it with its password and give the folder.')
  if (entry.size > MOST_BYTES) return tooLarge(place, entry.size)
  const data = dataOf(bytes, entry)
  if (data === null) return unreadable(place, 'lies outside of the zip, which is damaged or truncated')
  if (entry.method === 0) return data.length === entry.size && crc32(data) === entry.crc ? data : unreadable(place, 'is damaged')
  if (entry.method !== 8) return unreadable(place, `is packed in a way that is not read (method ${entry.method})`, 'Unpack it and give the folder.')
  const out = inflate(data, entry.size)
  return out === null || crc32(out) !== entry.crc ? unreadable(place, 'is damaged') : out
}

/** Into one buffer, and never more bytes than an entry claims to have, whatever its data is; null when it has not just so many. */
function inflate(data: Uint8Array, size: number): Uint8Array | null {
  try {
    const out = inflateRawSync(data, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1) })
    return out.length === size ? out : null
  } catch {
    return null
  }
}

function tooLarge(place: string, size: number): Problem {
  return {
    code: 'slack-export/too-large',
    message: `${place} is ${Math.round(size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB of one file are read, so it is left out.`,
    hint: 'Export a shorter stretch of time, or fewer channels.',
    weight: 'error',
    place: { file: place },
  }
}

function unreadable(place: string, why: string, hint = 'Download the export again.'): Problem {
  return { code: 'slack-export/unreadable-file', message: `${place} ${why}, so it is left out.`, hint, weight: 'error', place: { file: place } }
}

/** Paths without the folder that holds the whole export, where there is one: somebody zipped or gave a folder that holds the export's. */
function withoutTop(files: readonly ExportFile[]): ExportFile[] {
  const index = files.find(({ path }) => /^(?:[^/]+\/)+(?:users|org_users|channels|groups|dms|mpims)\.json$/.test(path))
  if (index === undefined || files.some(({ path }) => /^(?:users|org_users|channels)\.json$/.test(path))) return [...files]
  const top = index.path.slice(0, index.path.lastIndexOf('/') + 1)
  return files.filter(({ path }) => path.startsWith(top)).map((file) => ({ ...file, path: file.path.slice(top.length) }))
}
