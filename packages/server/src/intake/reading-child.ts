import type { Reading, ReadOptions } from '@blamefree/core'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Refusal } from '../api/refusal.ts'
import { isKept, type Payload, type PayloadFile } from './payload.ts'
import { END_OF_FILE, framed } from './reading-frames.ts'

/** What is asked of the process that reads; the files follow in the order of their paths. */
export interface ReadingWish {
  readonly name: string
  readonly paths: readonly string[]
  readonly source: string | undefined
  readonly read: ReadOptions
}

/** What it answers, or how it ended over a payload instead: `late`, or `ended` because it had not memory enough. */
export type ReadingAnswer = { readonly reading: Reading } | { readonly error: string } | 'late' | 'ended'

/** A process that reads payloads, one after the other. */
export interface ReadingChild {
  /** Rejects when a file cannot be had, and when the process has not come to read anything. Then, and when it does not answer with a reading or an error, it is gone. */
  read(payload: Payload, said: Pick<ReadingWish, 'source' | 'read'>, millis: number): Promise<ReadingAnswer>
  end(): void
}

/** What it says when it can read. */
export const READY = 'ready'

/** How long it may take until then: on a busy machine seconds, which are no matter of what is to be read. Milliseconds. */
const START = 60_000

/** How a process is started; a test says otherwise. */
const PROGRAM = { program: new URL('reading-process.ts', import.meta.url), start: START } as const

/** Starts it, with a limit of memory, and with nothing of our environment, where secrets are. It keeps nobody alive, and ends with whoever started it. */
export function startReadingChild(megabytes: number, { program, start }: { readonly program: string | URL; readonly start: number } = PROGRAM): ReadingChild {
  const child = fork(program, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${megabytes}`],
    env: {},
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  // Written to when it has just ended.
  child.stdin?.on('error', () => undefined)
  const ready = new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true))
    for (const event of ['exit', 'error']) child.once(event, () => resolve(false))
    setTimeout(() => resolve(false), start).unref()
  })
  keepAlive(child, false)
  return {
    async read({ name, files }, said, millis) {
      keepAlive(child, true)
      if (!(await ready) || child.exitCode !== null || child.signalCode !== null) {
        child.kill('SIGKILL')
        throw neverRead()
      }
      let patience: NodeJS.Timeout | undefined
      const over = new AbortController()
      const answered = Promise.race([
        once(child, 'message', over).then(([answer]) => answer as ReadingAnswer),
        once(child, 'exit', over).then((): ReadingAnswer => 'ended'),
      ]).catch((): ReadingAnswer => 'ended')
      try {
        child.send({ name, paths: files.map(({ path }) => path), ...said } satisfies ReadingWish, () => undefined)
        for (const file of files) await send(child, file)
        const late = new Promise<ReadingAnswer>((resolve) => (patience = setTimeout(() => resolve('late'), millis)))
        const answer = await Promise.race([answered, late])
        if (typeof answer === 'string') child.kill('SIGKILL')
        return answer
      } catch (error) {
        // It has half of a file, and would take the next one for the rest.
        child.kill('SIGKILL')
        throw error
      } finally {
        clearTimeout(patience)
        over.abort()
        keepAlive(child, false)
      }
    },
    end: () => void child.kill('SIGKILL'),
  }
}

/** Nothing that was to be read is at fault. A request is told so, and a job is tried again. */
function neverRead(): Refusal {
  return new Refusal(503, 'reader-away', {
    message: 'Cannot read records at the moment: the process that reads them did not start, or was ended.',
    hint: 'Nothing of this request was kept. Send it again in a minute. Administrators: see whether the machine has memory to spare.',
    retryAfter: 60,
  })
}

/** A file, piece by piece, no faster than it is taken. */
async function send(child: ChildProcess, file: PayloadFile): Promise<void> {
  for await (const piece of isKept(file) ? file.pieces() : [file.bytes]) {
    if (piece.byteLength === 0) continue
    for (const part of framed(piece)) await write(child, part)
  }
  await write(child, END_OF_FILE)
}

async function write({ stdin }: ChildProcess, bytes: Uint8Array): Promise<void> {
  if (stdin === null || !stdin.writable) return
  // What is written to a process that has ended is for nobody; that it has is heard elsewhere.
  if (stdin.write(bytes)) return
  const over = new AbortController()
  await Promise.race([once(stdin, 'drain', over), once(stdin, 'close', over)]).catch(() => undefined)
  over.abort()
}

function keepAlive(child: ChildProcess, holds: boolean): void {
  const way = child.channel as { ref(): void; unref(): void } | null | undefined
  const stdin = child.stdin as { ref?(): void; unref?(): void } | null
  if (holds) {
    child.ref()
    way?.ref()
    stdin?.ref?.()
  } else {
    child.unref()
    way?.unref()
    stdin?.unref?.()
  }
}
