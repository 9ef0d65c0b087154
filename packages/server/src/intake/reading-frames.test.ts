import assert from 'node:assert/strict'
import { test } from 'node:test'
import { END_OF_FILE, framed, openFrames } from './reading-frames.ts'

test('files come out as they went in, however they are cut on the way', () => {
  const files = ['a longer one, in several pieces', '', '\0\0\0\0\u0001']
  const pieces = files.flatMap((file) => [...(file.match(/[^]{1,7}/g) ?? []).flatMap((piece) => framed(Buffer.from(piece))), END_OF_FILE])
  const sent = Buffer.concat(pieces)
  for (const step of [1, 2, 3, 5, 100]) {
    const received: string[] = []
    const take = openFrames((file) => received.push(file.toString()))
    for (let at = 0; at < sent.byteLength; at += step) take(sent.subarray(at, at + step))
    assert.deepEqual(received, files)
  }
})
