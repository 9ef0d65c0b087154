// Reads payloads in a process of its own, so that a hostile one takes nothing down but this process: a thread that runs out of memory takes its whole process with it.
import { readRaw } from '@blamefree/adapters'
import { READY, type ReadingWish } from './reading-child.ts'
import { openFrames } from './reading-frames.ts'
import { rawOf, type HeldFile } from './payload.ts'

let wish: ReadingWish | null = null
let files: HeldFile[] = []

process.on('message', (asked: ReadingWish) => {
  wish = asked
  answerWhenWhole()
})
// Whoever asked has ended.
process.on('disconnect', () => process.exit())
process.stdin.on(
  'data',
  openFrames((bytes) => {
    files.push({ path: '', bytes })
    answerWhenWhole()
  }),
)
process.send?.(READY)

/** What is asked and its files come by two ways, in any order. */
function answerWhenWhole(): void {
  if (wish === null || files.length < wish.paths.length) return
  const { name, paths, source, read } = wish
  const named = files.map(({ bytes }, at) => ({ path: paths[at] ?? '', bytes }))
  wish = null
  files = []
  process.send?.(answerTo(() => ({ reading: readRaw(rawOf({ name, files: named }), read, source) })))
}

function answerTo(work: () => object): object {
  try {
    return work()
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
