// Beside Typst, on a thread of its own: ends the process when it takes more memory than it may, or when its parent is gone. A signal that cannot be
// caught is the only thing that reaches a main thread inside of native code.
import { workerData } from 'node:worker_threads'

const { memory, parent } = workerData as { readonly memory: number; readonly parent: number }
const EVERY = 100

setInterval(() => {
  if (process.memoryUsage.rss() > memory * 1024 * 1024 || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, EVERY)
