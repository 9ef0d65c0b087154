import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** The query of routes that can leave fields out. */
export const FieldsQuery = z.object({
  fields: z
    .string()
    .max(1000)
    .optional()
    .describe('Only these fields, separated by commas; a dot goes inside: `id,title,facts.severity`. On a list, the fields of its items.'),
})

/** Sends a thing, or a page of things, with only the fields asked for; whole when none are named. An unknown field is refused with the known ones. */
export async function sendFields(
  reply: FastifyReply,
  schema: z.ZodType,
  { value, fields }: { readonly value: unknown; readonly fields: string | undefined },
): Promise<FastifyReply> {
  if (fields === undefined) return await reply.send(value)
  const whole = schema.parse(value) as Readonly<Record<string, unknown>>
  const paths = fields
    .split(',')
    .map((path) => path.trim().split('.'))
    .filter(([first]) => first !== '')
  const { items } = whole
  const cut = Array.isArray(items) ? { ...whole, items: items.map((item) => pick(item, paths)) } : pick(whole, paths)
  return await reply.serializer((payload: unknown) => JSON.stringify(payload)).send(cut)
}

type Path = readonly string[]

function pick(value: unknown, paths: readonly Path[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, paths))
  if (typeof value !== 'object' || value === null) return value
  const whole = value as Readonly<Record<string, unknown>>
  const picked: Record<string, unknown> = {}
  for (const [name, group] of Map.groupBy(paths, ([first]) => first ?? '')) {
    if (!Object.hasOwn(whole, name)) throw unknown(name, Object.keys(whole))
    const inner = group.map((path) => path.slice(1)).filter(({ length }) => length > 0)
    picked[name] = inner.length < group.length ? whole[name] : pick(whole[name], inner)
  }
  return picked
}

function unknown(name: string, known: readonly string[]): Refusal {
  return new Refusal(400, 'invalid', { message: `There is no field ${JSON.stringify(name)}.`, hint: `There are ${known.join(', ')}.` })
}
