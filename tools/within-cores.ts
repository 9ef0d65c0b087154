/** Work that can be done beside other work. */
export interface Piece {
  /** How much of a core it keeps busy, of what it takes: 1 computes all the time, 0.5 waits half of it for a database, a browser or a timer. */
  readonly cores: number
  /** Prints what it found when it has ended, and says whether that was good. */
  run(): Promise<boolean>
}

/** Does all of them, in their order as far as there is room: as many at once as keep so many cores busy, and at least one. Says whether all were good. */
export async function withinCores(cores: number, pieces: readonly Piece[]): Promise<boolean> {
  const waiting = [...pieces]
  const running = new Set<Promise<void>>()
  let busy = 0
  let good = true
  const start = (piece: Piece): void => {
    busy += piece.cores
    const ended: Promise<void> = piece.run().then((well) => {
      good = well && good
      busy -= piece.cores
      running.delete(ended)
    })
    running.add(ended)
  }
  while (waiting.length > 0 || running.size > 0) {
    const at = running.size === 0 ? 0 : waiting.findIndex((piece) => busy + piece.cores <= cores + 1e-9)
    const [next] = at === -1 ? [] : waiting.splice(at, 1)
    if (next === undefined) await Promise.race(running)
    else start(next)
  }
  return good
}
