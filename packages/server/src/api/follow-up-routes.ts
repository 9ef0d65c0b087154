import { foreignInline, webAddress } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { changeFollowUp, insertFollowUp, listFollowUps, readFollowUp, removeFollowUp, type FollowUpRow, type FollowUpValues } from '../store/follow-ups.ts'
import { findMember } from '../store/members.ts'
import { changeIncident } from './change-incident.ts'
import { etagOf, mustMatch, requireRevision, revisionOf } from './etag.ts'
import { FieldsQuery, sendFields } from './fields.ts'
import { IncidentParams } from './incident-params.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { absent, changedMeanwhile, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { Day, isYes, several, Several, text, words, YesNo } from './text.ts'

const LinkView = z.object({ kind: z.string(), title: z.string(), url: z.string().nullable() }).meta({ id: 'Link' })

export const FollowUpView = z
  .object({
    id: z.string(),
    revision: z.int(),
    incident: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
    text: z.string().describe('Markdown of one paragraph.'),
    owner: z.object({ id: z.string().nullable().describe('Null for somebody who is no member.'), name: z.string() }).nullable(),
    due: z.string().nullable(),
    priority: z.string().nullable(),
    outcome: z.enum(['open', 'done', 'wont-do']),
    reason: z.string().nullable(),
    ticket: LinkView.nullable(),
    basis: z.enum(['stated', 'inferred']).nullable().describe('null: a person made or changed it.'),
    overdue: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'FollowUp' })

const Values = z.object({
  text: words(5_000).optional(),
  owner: words(200).nullish().describe('A member’s id, or a name.'),
  due: Day.nullish(),
  priority: words(80).nullish(),
  outcome: z.enum(['open', 'done', 'wont-do']).optional(),
  reason: words(2_000).nullish().describe('Why it will not be done: needed for wont-do.'),
  ticket: z.object({ title: words(300), url: z.string().max(2_000).nullable() }).nullish(),
})

const FollowUpParams = IncidentParams.extend({ followUp: z.uuid() })
const FollowUpPage = pageOf(FollowUpView)

/** Follow-ups: what is to be done, by whom, until when, and how it ended. */
export function followUpRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/follow-ups',
    id: 'addFollowUp',
    summary: 'Make a follow-up',
    tag: 'Follow-ups',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: Values.extend({ text: words(5_000) }),
    answers: { 201: FollowUpView },
    async answer({ person, incident, body, request, reply }) {
      const values = { ...(await valuesOf(house, body)), text: foreignInline(body.text) }
      checkReason(values, null)
      const by = person.memberId ?? person.name
      const id = await changeIncident(house, { incident, person, request, revision: null, action: 'follow-up.add', effect: 'leave' }, async (tx) => {
        const made = await insertFollowUp(tx, { incident, by, byName: person.name }, values)
        return { result: made, subject: made, after: values }
      })
      const view = await found(house, incident, id)
      return reply.code(201).header('etag', etagOf(view.revision)).send(view)
    },
  })
  changeRoutes(app, house)
}

function listRoute(app: FastifyInstance, house: House): void {
  const query = PageQuery.extend({
    owner: text(200).optional().describe('A member’s id, a part of a name, or `me`.'),
    unowned: YesNo,
    outcome: Several,
    priority: Several,
    overdue: YesNo,
    before: Day.optional().describe('Due before this day.'),
    text: text(400).optional(),
  }).extend(FieldsQuery.shape)
  const list = async (person: Parameters<typeof listFollowUps>[1], said: z.infer<typeof query>, incident?: string) => {
    const filter = {
      incident,
      owner: said.owner === 'me' ? (person.memberId ?? '') : said.owner,
      unowned: isYes(said.unowned),
      outcome: several(said.outcome),
      priority: several(said.priority),
      overdue: isYes(said.overdue),
      before: said.before,
      text: said.text,
    }
    const rows = await listFollowUps(house.db, person, { filter, limit: said.limit, after: afterOf(said.after) })
    return { value: cut(rows, said.limit, { key: ({ due, id }) => [due ?? 'infinity', id], item: (row) => row }), fields: said.fields }
  }
  route(app, house, {
    method: 'GET',
    url: '/v1/follow-ups',
    id: 'listFollowUps',
    summary: 'Follow-ups of all incidents, the soonest due first',
    tag: 'Follow-ups',
    policy: { verb: 'read', on: 'workspace' },
    query,
    answers: { 200: FollowUpPage },
    answer: async ({ person, query: said, reply }) => await sendFields(reply.type('application/json'), FollowUpPage, await list(person, said)),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/follow-ups',
    id: 'listIncidentFollowUps',
    summary: 'An incident’s follow-ups',
    tag: 'Follow-ups',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    query,
    answers: { 200: FollowUpPage },
    answer: async ({ person, incident, query: said, reply }) =>
      await sendFields(reply.type('application/json'), FollowUpPage, await list(person, said, incident)),
  })
}

function afterOf(after: string | undefined): readonly string[] | null {
  const key = readKey(after, 2)
  if (
    key === null ||
    (/^(?:\d{4}-\d\d-\d\d|infinity)$/.test(key[0] ?? '') &&
      !(key[0] !== 'infinity' && Number.isNaN(Date.parse(key[0] ?? ''))) &&
      /^[\da-f-]{36}$/.test(key[1] ?? ''))
  )
    return key
  throw new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
}

async function found(house: House, incident: string, id: string): Promise<FollowUpRow> {
  const row = await readFollowUp(house.db, incident, id)
  if (row === null) throw absent('follow-up')
  return row
}

/** What was said, with the owner looked up among the members and the ticket's address checked. */
async function valuesOf(house: House, { text: said, owner, ticket, ...rest }: z.infer<typeof Values>): Promise<FollowUpValues> {
  const member = typeof owner === 'string' ? await findMember(house.db, owner) : null
  const url = ticket?.url === null || ticket?.url === undefined ? null : webAddress(ticket.url)
  if (ticket?.url !== null && ticket?.url !== undefined && url === null)
    throw new Refusal(422, 'wrong-value', { message: 'The ticket’s address does not begin with http:// or https://.' })
  return {
    ...rest,
    ...(said === undefined ? {} : { text: foreignInline(said) }),
    ...(owner === undefined ? {} : { owner: owner === null ? null : { id: member?.id ?? null, name: member?.name ?? owner } }),
    ...(ticket === undefined ? {} : { ticket: ticket === null ? null : { kind: 'ticket', title: ticket.title, url } }),
  }
}

/** An honest end: what will not be done says why. */
function checkReason({ outcome, reason }: FollowUpValues, before: FollowUpRow | null): void {
  const ends = outcome ?? before?.outcome ?? 'open'
  const why = reason === undefined ? (before?.reason ?? null) : reason
  if (ends === 'wont-do' && why === null)
    throw new Refusal(422, 'needs-reason', { message: 'What will not be done needs a reason.', hint: 'Send reason with outcome wont-do.' })
}

function changeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/incidents/:incident/follow-ups/:followUp',
    id: 'changeFollowUp',
    summary: 'Change a follow-up: owner, day, priority, outcome',
    description: 'Needs `If-Match`. From then on the record does not change it.',
    tag: 'Follow-ups',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: FollowUpParams,
    body: Values,
    answers: { 200: FollowUpView },
    async answer({ person, incident, params, body, request, reply }) {
      const revision = requireRevision(request)
      const values = await valuesOf(house, body)
      const before = await found(house, incident, params.followUp)
      mustMatch(revision, { what: 'follow-up', revision: before.revision, current: before })
      checkReason(values, before)
      const of = { id: params.followUp, revision: before.revision, by: person.memberId ?? person.name }
      await changeIncident(house, { incident, person, request, revision: null, action: 'follow-up.change', effect: 'leave' }, async (tx) => {
        if (!(await changeFollowUp(tx, of, values))) throw changedMeanwhile('follow-up', {})
        return { result: null, subject: params.followUp, before, after: values }
      })
      const view = await found(house, incident, params.followUp)
      return reply.header('etag', etagOf(view.revision)).send(view)
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/incidents/:incident/follow-ups/:followUp',
    id: 'removeFollowUp',
    summary: 'Take a follow-up away; the record does not bring it back',
    tag: 'Follow-ups',
    ifMatch: 'optional',
    policy: { verb: 'edit', on: 'incident' },
    params: FollowUpParams,
    answers: { 204: z.null() },
    async answer({ person, incident, params, request, reply }) {
      const revision = revisionOf(request)
      const before = await found(house, incident, params.followUp)
      mustMatch(revision, { what: 'follow-up', revision: before.revision, current: before })
      await changeIncident(house, { incident, person, request, revision: null, action: 'follow-up.remove', effect: 'leave' }, async (tx) => {
        await removeFollowUp(tx, { id: params.followUp, by: person.memberId ?? person.name })
        return { result: null, subject: params.followUp, before }
      })
      return reply.code(204).send(null)
    },
  })
}
