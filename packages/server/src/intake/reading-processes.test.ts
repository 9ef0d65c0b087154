import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingProcesses } from './reading-processes.ts'

const GB = 1024 ** 3

test('there are two to four, as many as the cores and the memory allow', () => {
  const counts = [
    [1, 1],
    [2, 64],
    [3, 64],
    [16, 64],
    [16, 8],
    [16, 12.5],
  ].map(([cores = 0, memory = 0]) => readingProcesses(cores, memory * GB))
  assert.deepEqual(counts, [2, 2, 3, 4, 2, 3])
  assert.ok([2, 3, 4].includes(readingProcesses()))
})
