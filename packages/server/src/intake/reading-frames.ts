/** A piece of a file as it goes to the process that reads: its length in four bytes, and its bytes. Nothing in it ends a file. */
export function framed(piece: Uint8Array): [Buffer, Uint8Array] {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.byteLength)
  return [length, piece]
}

/** What ends a file. */
export const END_OF_FILE = Buffer.alloc(4)

/** Puts pieces together again: calls back with each file when it is whole. */
export function openFrames(whole: (file: Buffer) => void): (received: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0)
  let pieces: Buffer[] = []
  let missing = 0
  return (received) => {
    waiting = waiting.byteLength === 0 ? received : Buffer.concat([waiting, received])
    for (;;) {
      if (missing > 0) {
        const piece = waiting.subarray(0, missing)
        if (piece.byteLength > 0) pieces.push(piece)
        missing -= piece.byteLength
        waiting = waiting.subarray(piece.byteLength)
        if (missing > 0) return
      }
      if (waiting.byteLength < 4) return
      missing = waiting.readUInt32BE()
      waiting = waiting.subarray(4)
      if (missing > 0) continue
      whole(Buffer.concat(pieces))
      pieces = []
    }
  }
}
