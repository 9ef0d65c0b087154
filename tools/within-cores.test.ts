import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withinCores } from './within-cores.ts'

test('pieces of work run in their order as far as there is room, one at least, and one that fails does not stop the others', async () => {
  const begun: string[] = []
  let busy = 0
  let most = 0
  const piece = (name: string, cores: number, good = true) => ({
    cores,
    async run() {
      begun.push(name)
      busy += cores
      most = Math.max(most, busy)
      await new Promise((done) => setTimeout(done, 5))
      busy -= cores
      return good
    },
  })
  assert.equal(await withinCores(2, [piece('whole', 2, false), piece('a', 0.5), piece('b', 1), piece('c', 1), piece('d', 0.5), piece('large', 3)]), false)
  assert.deepEqual(begun, ['whole', 'a', 'b', 'd', 'c', 'large'])
  assert.equal(most, 3)
  assert.equal(await withinCores(2, [piece('alone', 1)]), true)
  assert.equal(await withinCores(2, []), true)
})
