import type { FastifyReply } from 'fastify'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { sendFields } from './fields.ts'

const Thing = z.object({
  id: z.string(),
  title: z.string(),
  facts: z.object({ severity: z.string(), type: z.string() }),
  links: z.array(z.object({ url: z.string(), text: z.string() })),
})
const thing = { id: '1', title: 'Down', facts: { severity: 'SEV1', type: 'outage' }, links: [{ url: 'u', text: 't' }], secret: 'never' }

async function sent(schema: z.ZodType, value: unknown, fields: string | undefined): Promise<unknown> {
  let body: unknown
  const reply = {
    serializer: () => reply,
    send(payload: unknown) {
      body = payload
      return Promise.resolve(reply)
    },
  }
  await sendFields(reply as unknown as FastifyReply, schema, { value, fields })
  return body
}

test('only the fields asked for are sent, inside of others too', async () => {
  assert.deepEqual(await sent(Thing, thing, 'id, facts.severity,links.url'), { id: '1', facts: { severity: 'SEV1' }, links: [{ url: 'u' }] })
  assert.deepEqual(await sent(Thing, thing, 'facts,facts.type'), { facts: thing.facts })
})

test('on a page they are the fields of its items', async () => {
  const page = { items: [thing, thing], next: null }
  assert.deepEqual(await sent(z.object({ items: z.array(Thing), next: z.null() }), page, 'id'), { items: [{ id: '1' }, { id: '1' }], next: null })
})

test('what the route would not send cannot be asked for, and the known fields are said', async () => {
  await assert.rejects(sent(Thing, thing, 'secret'), { message: 'There is no field "secret".', hint: 'There are id, title, facts, links.' })
  await assert.rejects(sent(Thing, thing, 'facts.secret'), /There is no field "secret"/)
  await assert.rejects(sent(Thing, thing, '__proto__'), /There is no field/)
})
