import { BlamefreeError } from '@blamefree/core'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { constants, crc32, createZstdCompress, createZstdDecompress } from 'node:zlib'

/**
 * The file that a backup is: one line that says what it is, then a zstd stream of records. A record is one byte for its kind, four for the length of its
 * content and four for the CRC-32 of all that (big-endian), and the content. The last record holds the SHA-256 of all before it, so that a file that was cut short or changed is recognised.
 */
export const MAGIC = 'BLAMEFREE BACKUP 1\n'

/** The file's last bytes, so that not even the end of the compressor's own may be missing. */
const ENDING = Buffer.from('\nBLAMEFREE END\n')

/** What a record is: the manifest, a table's beginning, a piece of its rows (COPY's text format), its end, the sequences, the end of the file. */
export type RecordKind = 'manifest' | 'table' | 'rows' | 'table-end' | 'sequences' | 'end'

export interface BackupRecord {
  readonly kind: RecordKind
  readonly content: Buffer
}

const LETTERS: Readonly<Record<RecordKind, string>> = { manifest: 'M', table: 'T', rows: 'D', 'table-end': 'E', sequences: 'S', end: 'Z' }
const KINDS = new Map<string, RecordKind>(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as RecordKind]))
/** No record that we write is larger; what claims to be is no backup. */
const LARGEST = 64 * 1024 ** 2

/** Writes records to a stream. */
export interface BackupWriter {
  readonly write: (kind: RecordKind, content: Buffer | string) => Promise<void>
  /** Writes the end and waits until the stream has taken everything. Gives the number of bytes of the file. */
  readonly finish: () => Promise<number>
}

/** Opens a backup for writing. A stream that fails makes the next `write` or `finish` fail. */
export function writeBackup(stream: Writable): BackupWriter {
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } })
  const digest = createHash('sha256')
  let bytes = MAGIC.length
  zstd.on('data', (chunk: Buffer) => (bytes += chunk.length))
  const { promise: failure, reject: fail } = Promise.withResolvers<never>()
  failure.catch(() => undefined)
  stream.once('error', fail)
  zstd.once('error', fail)
  stream.write(MAGIC)
  zstd.pipe(stream, { end: false })
  const write = async (kind: RecordKind, content: Buffer | string): Promise<void> => {
    const body = typeof content === 'string' ? Buffer.from(content) : content
    const head = Buffer.alloc(9)
    head.write(LETTERS[kind], 0, 'latin1')
    head.writeUInt32BE(body.length, 1)
    head.writeUInt32BE(crc32(body, crc32(head.subarray(0, 5))), 5)
    digest.update(head).update(body)
    zstd.write(head)
    if (!zstd.write(body)) await Promise.race([once(zstd, 'drain'), failure])
  }
  return {
    write,
    async finish() {
      await write('end', digest.copy().digest('hex'))
      zstd.end()
      await Promise.race([once(zstd, 'end'), failure])
      stream.end(ENDING)
      await Promise.race([once(stream, 'finish'), failure])
      return bytes + ENDING.length
    },
  }
}

/** The records of a backup, in order, without the last one. Throws a sentence when the stream is no backup, of a newer form, cut short or changed. */
export async function* readBackup(stream: Readable): AsyncGenerator<BackupRecord> {
  const digest = createHash('sha256')
  let ended = false
  try {
    for await (const { head, kind, content } of records(stream)) {
      if (ended) throw damaged()
      if (kind === 'end') {
        if (content.toString('latin1') !== digest.copy().digest('hex')) throw damaged()
        ended = true
        continue
      }
      digest.update(head).update(content)
      yield { kind, content }
    }
  } catch (error) {
    // What the decompressor says (a checksum, an unexpected end) is this, in its words.
    if (error instanceof BlamefreeError || !/^(?:Z|ERR_ZSTD|ZSTD|ERR_STREAM_PREMATURE)/.test((error as { code?: string }).code ?? '')) throw error
    throw damaged(error)
  }
  if (!ended) throw damaged()
}

async function* records(stream: Readable): AsyncGenerator<BackupRecord & { readonly head: Buffer }> {
  const bytes = new Pieces(decompressed(stream))
  for (;;) {
    const head = await bytes.take(9)
    if (head === null) return
    const kind = KINDS.get(head.toString('latin1', 0, 1))
    const length = head.readUInt32BE(1)
    if (kind === undefined || length > LARGEST) throw damaged()
    const content = await bytes.take(length)
    if (content === null || crc32(content, crc32(head.subarray(0, 5))) !== head.readUInt32BE(5)) throw damaged()
    yield { head, kind, content }
  }
}

async function* decompressed(stream: Readable): AsyncGenerator<Buffer> {
  const raw = new Pieces(stream as AsyncIterable<Buffer>)
  const first = await raw.take(MAGIC.length)
  if (first === null || !first.toString('latin1').startsWith(MAGIC.slice(0, 17))) throw noBackup()
  if (first.toString('latin1') !== MAGIC) throw newerForm()
  const zstd = createZstdDecompress()
  const fed = (async () => {
    let held: Buffer = Buffer.alloc(0)
    for await (const chunk of raw.rest()) {
      const all = Buffer.concat([held, chunk])
      held = all.subarray(-ENDING.length)
      if (!zstd.write(all.subarray(0, -ENDING.length))) await once(zstd, 'drain')
    }
    if (!held.equals(ENDING)) throw damaged()
    zstd.end()
  })().catch((error: unknown) => zstd.destroy(error as Error))
  for await (const chunk of zstd) yield chunk as Buffer
  await fed
}

/** Pieces of a given length out of chunks of any. */
class Pieces {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #length = 0

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next so many bytes; null when there are none left. Throws when there are fewer. */
  async take(count: number): Promise<Buffer | null> {
    while (this.#length < count) {
      const { done, value } = await this.#chunks.next()
      if (done === true) {
        if (this.#length === 0) return null
        throw damaged()
      }
      this.#held.push(value)
      this.#length += value.length
    }
    const whole = this.#held.length === 1 ? (this.#held[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#held)
    this.#held = [whole.subarray(count)]
    this.#length = whole.length - count
    return whole.subarray(0, count)
  }

  /** Everything that has not been taken. */
  async *rest(): AsyncGenerator<Buffer> {
    yield* this.#held
    for (let next = await this.#chunks.next(); next.done !== true; next = await this.#chunks.next()) yield next.value
  }
}

const damaged = (cause?: unknown): BlamefreeError =>
  new BlamefreeError(
    'backup/damaged',
    'Cannot restore: the file is damaged or was cut short. Nothing was changed.',
    'Use another backup, or copy this one again.',
    {
      cause,
    },
  )

const noBackup = (): BlamefreeError =>
  new BlamefreeError('backup/not-one', 'Cannot restore: this file is no backup of Blamefree.', 'Name the file that blamefree backup wrote.')

const newerForm = (): BlamefreeError =>
  new BlamefreeError('backup/newer', 'Cannot restore: a newer version of Blamefree has written this backup.', 'Restore it with that version or a later one.')
