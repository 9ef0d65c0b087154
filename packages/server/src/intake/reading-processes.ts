import { availableParallelism, totalmem } from 'node:os'

const GB = 1024 ** 3

/** How many processes may read records at once where nobody says: one a core and 4 GB, but two, so that nobody holds up everybody else, and no more than four. */
export function readingProcesses(cores = availableParallelism(), memory = memoryHere()): number {
  return Math.max(2, Math.min(4, cores, Math.floor(memory / (4 * GB))))
}

/** Bytes; in a container, those that it may have. */
function memoryHere(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity)
}
