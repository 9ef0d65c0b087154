// Reads payloads in a thread of its own, so that a hostile one takes nothing down but this thread.
import { readRaw } from '@blamefree/adapters'
import type { ReadOptions } from '@blamefree/core'
import { parentPort } from 'node:worker_threads'
import { rawOf, type HeldFile, type Payload } from './payload.ts'

parentPort?.on('message', ({ payload, source, read }: { payload: Payload<HeldFile>; source: string | undefined; read: ReadOptions }) => {
  answer(() => ({ reading: readRaw(rawOf(payload), read, source) }))
})

function answer(work: () => unknown): void {
  let said: unknown
  try {
    said = work()
  } catch (error) {
    said = { error: error instanceof Error ? error.message : String(error) }
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window and has no origin
  parentPort?.postMessage(said)
}
