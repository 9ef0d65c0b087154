import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openApiFile } from '@blamefree/server'
import { apiTypes } from './api-types.ts'

const COMMITTED = join(import.meta.dirname, '..', '..', 'packages', 'web', 'src', 'api', 'schema.ts')

test('the web’s types of the API are those of the server’s routes', async () => {
  const wanted = (await apiTypes(await openApiFile())).split('\n')
  const there = readFileSync(COMMITTED, 'utf8').split('\n')
  const at = wanted.findIndex((line, index) => line !== there[index])
  assert.ok(
    at === -1 && wanted.length === there.length,
    `packages/web/src/api/schema.ts is not what the routes say: line ${at + 1} is ${there[at] ?? 'missing'}, the routes say ${wanted[at] ?? 'nothing'}. Run npm run api-types.`,
  )
})
