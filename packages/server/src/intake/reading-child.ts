import type { Reading, ReadOptions } from '@blamefree/core'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isKept, type Payload, type PayloadFile } from './payload.ts'
import { END_OF_FILE, framed } from './reading-frames.ts'

/** What is asked of the process that reads; the files follow in the order of their paths. */
export interface ReadingWish {
  readonly name: string
  readonly paths: readonly string[]
  readonly source: string | undefined
  readonly read: ReadOptions
}

/** What it answers, or how it ended instead: `late`, or `ended` because it had not memory enough. */
export type ReadingAnswer = { readonly reading: Reading } | { readonly error: string } | 'late' | 'ended'

/** A process that reads payloads, one after the other. */
export interface ReadingChild {
  /** Rejects when a file cannot be had. When it does not answer with a reading or an error, the process is gone. */
  read(payload: Payload, said: Pick<ReadingWish, 'source' | 'read'>, millis: number): Promise<ReadingAnswer>
  end(): void
}

/** What it says when it can read. */
export const READY = 'ready'

/** How long it may take until then: on a busy machine seconds, which are no matter of what is to be read. Milliseconds. */
const START = 60_000

/** Starts it, with a limit of memory, and with nothing of our environment, where secrets are. It keeps nobody alive, and ends with whoever started it. */
export function startReadingChild(megabytes: number): ReadingChild {
  const child = fork(join(import.meta.dirname, 'reading-process.ts'), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${megabytes}`],
    env: {},
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  // Written to when it has just ended.
  child.stdin?.on('error', () => undefined)
  const ready = new Promise<void>((resolve) => {
    for (const event of ['message', 'exit', 'error']) child.once(event, () => resolve())
    setTimeout(resolve, START).unref()
  })
  keepAlive(child, false)
  return {
    async read({ name, files }, said, millis) {
      keepAlive(child, true)
      await ready
      let patience: NodeJS.Timeout | undefined
      const over = new AbortController()
      const answered = Promise.race([
        once(child, 'message', over).then(([answer]) => answer as ReadingAnswer),
        once(child, 'exit', over).then((): ReadingAnswer => 'ended'),
      ]).catch((): ReadingAnswer => 'ended')
      try {
        if (child.exitCode !== null || child.signalCode !== null) return 'ended'
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
