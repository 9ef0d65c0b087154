import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { problemDocument } from './problem-document.ts'
import { refuseWhenFull } from './refuse-when-full.ts'

test('requests wait for the database up to a number, and are refused in a sentence beyond', async () => {
  const pool = { waitingCount: 0 }
  const app = Fastify()
  app.setErrorHandler(async (error: Error, _request, reply) => reply.code(problemDocument(error, '').status).send(problemDocument(error, '')))
  refuseWhenFull(app, { db: { pool } } as unknown as Parameters<typeof refuseWhenFull>[1], 10)
  app.get('/', () => 'answered')
  pool.waitingCount = 9
  assert.equal((await app.inject('/')).body, 'answered')
  pool.waitingCount = 10
  const refused = await app.inject('/')
  assert.deepEqual([refused.statusCode, refused.json().code, refused.headers['retry-after']], [503, 'busy', '5'])
  pool.waitingCount = 0
  assert.equal((await app.inject('/')).statusCode, 200)
})
