// The process that runs Typst: takes jobs over its channel, one at a time, and answers each. Typst computes on the main thread without ever giving
// way, so a thread of its own (typst-watch.ts) looks after memory and after the parent.
import { Worker } from 'node:worker_threads'
import { openTypst } from './typst-compiler.ts'
import { READY, type TypstJob, type TypstReply } from './typst-job.ts'

const [memory = '', parent = ''] = process.argv.slice(2)
new Worker(new URL('typst-watch.ts', import.meta.url), { workerData: { memory: Number(memory), parent: Number(parent) } }).unref()

process.on('disconnect', () => process.exit())
let typst: Promise<(job: TypstJob) => TypstReply> | null = openTypst()
const isReady = (): void => void process.send?.(READY)
typst.then(isReady, isReady)
process.on('message', (job: TypstJob) => {
  void answer(job).then((reply) => process.send?.(reply))
})

async function answer(job: TypstJob): Promise<TypstReply> {
  let set: (job: TypstJob) => TypstReply
  try {
    typst ??= openTypst()
    set = await typst
  } catch (error) {
    typst = null
    return { kind: 'no-binding', reason: messageOf(error) }
  }
  try {
    return set(job)
  } catch (error) {
    return { kind: 'refused', complaints: [{ file: '', line: null, column: null, message: messageOf(error) }] }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
