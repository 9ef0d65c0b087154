import { readRaw } from '@blamefree/adapters'
import { newReading, type Reading, type ReadOptions } from '@blamefree/core'
import { Worker } from 'node:worker_threads'
import { heldPayload, isKept, rawOf, saidOf, type HeldFile, type IntakeOptions, type Payload } from './payload.ts'

/** Reads payloads: small ones here and now, others in a thread with limits of time and memory, one after the other. What is in them never makes it throw. */
export interface Reader {
  read(payload: Payload, options: IntakeOptions): Promise<Reading>
  close(): Promise<void>
}

/** How long one payload may take, and how much memory, in a thread of its own. */
export interface ReaderLimits {
  readonly millis: number
  readonly megabytes: number
}

/** Up to here a payload is read in this thread: a webhook's body takes less than a millisecond, and the worst of texts not long. Bytes. */
const SMALL = 32 * 1024

export function openReader(limits: ReaderLimits = { millis: 90_000, megabytes: 1536 }): Reader {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const inThread = (payload: Payload<HeldFile>, ours: readonly ArrayBuffer[], said: { source: string | undefined; read: ReadOptions }): Promise<Reading> => {
    worker ??= new Worker(new URL('reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const own = worker
    own.ref()
    return new Promise<Reading>((resolve) => {
      const settle = (reading: Reading, broken: boolean): void => {
        clearTimeout(patience)
        // Each by its name: a worker that loses all of its listeners loses Node's own, and is never heard again.
        own.off('message', answered).off('error', broke).off('exit', broke)
        own.unref()
        if (broken) {
          if (worker === own) worker = null
          own.on('error', () => undefined)
          void own.terminate()
        }
        resolve(reading)
      }
      const patience = setTimeout(() => settle(refused(payload, `reading it took longer than ${limits.millis / 1000} seconds`), true), limits.millis)
      const answered = ({ reading, error }: { reading?: Reading; error?: string }): void => settle(reading ?? refused(payload, error ?? 'it is broken'), false)
      const broke = (): void => settle(refused(payload, 'reading it took more memory than one record may'), true)
      own.on('message', answered).on('error', broke).on('exit', broke)
      own.postMessage({ payload, ...said }, ours)
    })
  }

  return {
    read(payload, options) {
      const said = saidOf(payload, options)
      const held = heldPayload(payload)
      if (held !== null && isSmall(held)) return Promise.resolve(readRaw(rawOf(held), said.read, said.source))
      const next = queue.then(async () => {
        // What is kept is loaded in its turn and handed over, so that it is in memory once.
        const { loaded, ours } = await load(payload)
        return ours.length > 0 && isSmall(loaded) ? readRaw(rawOf(loaded), said.read, said.source) : await inThread(loaded, ours, said)
      })
      queue = next.catch(() => undefined)
      return next
    },
    async close() {
      await worker?.terminate()
      worker = null
    },
  }
}

/** A payload in memory, and those of its buffers that are nobody else's. */
async function load({ name, files }: Payload): Promise<{ readonly loaded: Payload<HeldFile>; readonly ours: ArrayBuffer[] }> {
  const held: HeldFile[] = []
  const ours: ArrayBuffer[] = []
  for (const file of files) {
    if (!isKept(file)) held.push(file)
    else {
      const bytes = await file.load()
      ours.push(bytes.buffer as ArrayBuffer)
      held.push({ path: file.path, bytes })
    }
  }
  return { loaded: { name, files: held }, ours }
}

/** Whether it is read within milliseconds whatever it holds. Archives never are: a small one may hold gigabytes. */
export function isSmall({ files }: Payload<HeldFile>): boolean {
  const packed = files.some(({ bytes }) => (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x1f && bytes[1] === 0x8b))
  return !packed && files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= SMALL
}

function refused({ name }: Payload, why: string): Reading {
  const hint = 'Hand in only the channel and the days of the incident.'
  return newReading('unknown', { name, files: [] }, {}, [
    { code: 'intake/refused', message: `${name} was not read: ${why}.`, hint, weight: 'error', place: { file: name } },
  ])
}
