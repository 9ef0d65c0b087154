import { readRaw } from '@blamefree/adapters'
import { newReading, type Reading } from '@blamefree/core'
import { heldPayload, rawOf, saidOf, type HeldFile, type IntakeOptions, type Payload } from './payload.ts'
import { startReadingChild, type ReadingAnswer, type ReadingChild } from './reading-child.ts'

/** Reads payloads: small ones here and now, others in a process with limits of time and memory, one after the other. What is in them never makes it throw. */
export interface Reader {
  read(payload: Payload, options: IntakeOptions): Promise<Reading>
  close(): Promise<void>
}

/** How long one payload may take, and how much memory, in the process of its own. */
export interface ReaderLimits {
  readonly millis: number
  readonly megabytes: number
}

/** Up to here a payload is read in this process: a webhook's body takes less than a millisecond, and the worst of texts not long. Bytes. */
const SMALL = 32 * 1024
/** After so many milliseconds with nothing to read the process goes, and its memory with it. */
const IDLE = 30_000

export function openReader(limits: ReaderLimits = { millis: 90_000, megabytes: 1536 }): Reader {
  let child: ReadingChild | null = null
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    clearTimeout(idle)
    child?.end()
    child = null
  }
  const apart = async (payload: Payload, options: IntakeOptions): Promise<Reading> => {
    clearTimeout(idle)
    child ??= startReadingChild(limits.megabytes)
    try {
      const answer = await child.read(payload, saidOf(payload, options), limits.millis)
      if (typeof answer === 'string') child = null
      return typeof answer === 'object' && 'reading' in answer ? answer.reading : refused(payload, why(answer, limits))
    } catch (error) {
      child = null
      throw error
    } finally {
      idle = setTimeout(end, IDLE)
      idle.unref()
    }
  }
  return {
    read(payload, options) {
      const held = heldPayload(payload)
      if (held !== null && isSmall(held)) {
        const { read, source } = saidOf(payload, options)
        return Promise.resolve(readRaw(rawOf(held), read, source))
      }
      const next = queue.then(() => apart(payload, options))
      queue = next.catch(() => undefined)
      return next
    },
    close() {
      end()
      return Promise.resolve()
    },
  }
}

/** Whether it is read within milliseconds whatever it holds. Archives never are: a small one may hold gigabytes. */
function isSmall({ files }: Payload<HeldFile>): boolean {
  const packed = files.some(({ bytes }) => (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x1f && bytes[1] === 0x8b))
  return !packed && files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= SMALL
}

function why(answer: Exclude<ReadingAnswer, { reading: Reading }>, { millis }: ReaderLimits): string {
  if (answer === 'late') return `reading it took longer than ${millis / 1000} seconds`
  return answer === 'ended' ? 'reading it took more memory than one record may' : answer.error.replace(/\.$/, '')
}

function refused({ name }: Payload, reason: string): Reading {
  const hint = 'Hand in only the channel and the days of the incident.'
  return newReading('unknown', { name, files: [] }, {}, [
    { code: 'intake/refused', message: `${name} was not read: ${reason}.`, hint, weight: 'error', place: { file: name } },
  ])
}
