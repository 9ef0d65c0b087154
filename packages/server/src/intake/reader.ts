import { readRaw } from '@blamefree/adapters'
import { newReading, type Reading } from '@blamefree/core'
import { Refusal } from '../api/refusal.ts'
import type { Principal } from '../people/principal.ts'
import { openFairQueue, type Turn } from './fair-queue.ts'
import { heldPayload, rawOf, saidOf, type HeldFile, type IntakeOptions, type Payload } from './payload.ts'
import { startReadingChild, type ReadingAnswer, type ReadingChild } from './reading-child.ts'

/** Reads payloads: small ones here and now, others in one of a few processes with limits of time and memory. What is in them never makes it throw. */
export interface Reader {
  /** `turn`: whose payload it is, so that nobody's hold up everybody else's. Throws when too many wait to be read. */
  read(payload: Payload, options: IntakeOptions, turn: Turn): Promise<Reading>
  close(): Promise<void>
}

/** How long one payload may take, and how much memory, in a process of its own; and how many processes there may be. */
export interface ReaderLimits {
  readonly millis: number
  readonly megabytes: number
  readonly processes: number
}

/** What a payload may take where nobody says otherwise. */
const LIMITS: ReaderLimits = { millis: 90_000, megabytes: 1536, processes: 2 }
/** Up to here a payload is read in this process: a webhook's body takes less than a millisecond, and the worst of texts not long. Bytes. */
const SMALL = 32 * 1024
/** After so many milliseconds with nothing to read a process goes, and its memory with it. */
const IDLE = 30_000
/** How many payloads may wait for a process, and of one person. Each is held by a request that waits with it. */
const WAITING = { waiting: 64, waitingEach: 16 } as const

export function openReader(given: Partial<ReaderLimits> = {}): Reader {
  const limits = { ...LIMITS, ...given }
  const places = Array.from({ length: limits.processes }, () => openPlace(limits))
  const queue = openFairQueue(places, WAITING, tooMany)
  return {
    async read(payload, options, turn) {
      const held = heldPayload(payload)
      if (held !== null && isSmall(held)) {
        const { read, source } = saidOf(payload, options)
        return readRaw(rawOf(held), read, source)
      }
      return await queue.take(turn, (place) => place.read(payload, options))
    },
    close() {
      for (const place of places) place.end()
      return Promise.resolve()
    },
  }
}

/** Whose a person's payloads are: those of all their keys and browsers together; another system's are its address's. */
export const turnOf = ({ memberId, via, name }: Principal): Turn => ({ who: memberId ?? `${via} ${name}` })

/** A place for a process: there is one while there is something to read, and a little longer. */
interface Place {
  read(payload: Payload, options: IntakeOptions): Promise<Reading>
  end(): void
}

function openPlace(limits: ReaderLimits): Place {
  let child: ReadingChild | null = null
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    clearTimeout(idle)
    child?.end()
    child = null
  }
  return {
    async read(payload, options) {
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
    },
    end,
  }
}

/** 503 and not 429: Alertmanager gives up what is answered so, and comes again for this. */
function tooMany(whose: 'own' | 'all', count: number): Refusal {
  return new Refusal(503, 'reading-full', {
    message: whose === 'own' ? `${count} records of yours wait to be read already.` : `${count} records wait to be read already.`,
    hint: 'Nothing of this request was kept. Send it again in a minute.',
    retryAfter: 60,
  })
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
