import { foreignInline } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { listTimeline, readEvent, type TimelineRow } from '../store/timeline.ts'
import { changeEvent, deleteNote, insertNotes, markEvents } from '../store/timeline-change.ts'
import { changeIncident } from './change-incident.ts'
import { FieldsQuery, sendFields } from './fields.ts'
import { IncidentParams } from './incident-params.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { instant, Moment, several, Several, text, words } from './text.ts'
import { pastedLinesRoute } from './pasted-lines-route.ts'
import { EventView, eventView } from './timeline-view.ts'

const EventParams = IncidentParams.extend({ event: z.string().max(400) })
const Level = z.enum(['key', 'detail'])

/** The timeline: what happened, what people say of it, and what of it goes into the document. */
export function timelineRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  addRoute(app, house)
  changeRoutes(app, house)
  pastedLinesRoute(app, house)
  removeRoute(app, house)
}

const TimelinePage = pageOf(EventView)

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/timeline',
    id: 'listTimeline',
    summary: 'An incident’s events, oldest first',
    tag: 'Timeline',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    query: PageQuery.extend({
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      person: text(200).optional().describe('A person’s id, or a part of the name.'),
      kind: Several,
      source: Several,
      text: text(400).optional(),
      level: Level.optional(),
      thread: z.string().max(400).optional().describe('An event: it and its answers.'),
      from: Moment.optional(),
      to: Moment.optional(),
    }).extend(FieldsQuery.shape),
    answers: { 200: TimelinePage },
    async answer({ incident, query, reply }) {
      const filter = {
        person: query.person,
        kind: several(query.kind),
        source: several(query.source),
        text: query.text,
        level: query.level,
        thread: query.thread,
        from: query.from === undefined ? undefined : instant(query.from),
        to: query.to === undefined ? undefined : instant(query.to),
      }
      const rows = await listTimeline(house.db, incident, { filter, limit: query.limit, after: afterOf(query.after) })
      const page = cut(rows, query.limit, { key: ({ event, position }) => [event.at, String(position), event.id], item: eventView })
      return await sendFields(reply.type('application/json'), TimelinePage, { value: page, fields: query.fields })
    },
  })
}

function afterOf(after: string | undefined): readonly string[] | null {
  const key = readKey(after, 3)
  if (key === null || (!Number.isNaN(Date.parse(key[0] ?? '')) && /^\d{1,15}$/.test(key[1] ?? ''))) return key
  throw new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
}

function addRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/timeline',
    id: 'addEvent',
    summary: 'Write a line for the timeline',
    tag: 'Timeline',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: z.object({
      at: Moment,
      text: words(5_000).describe('Markdown; HTML goes, its words stay.'),
      actor: words(200).optional().describe('The name of whoever did it; left out, nobody: that you wrote the line is its origin.'),
      thread: z.string().max(400).nullish(),
      level: Level.default('key'),
    }),
    answers: { 201: EventView },
    async answer({ person, incident, body, request, reply }) {
      const by = person.memberId ?? person.name
      const note = {
        at: instant(body.at),
        text: foreignInline(body.text),
        actor: body.actor ?? null,
        thread: body.thread ?? null,
        level: body.level,
      }
      const id = await changeIncident(house, { incident, person, request, revision: null, action: 'timeline.add', effect: 'anew' }, async (tx) => {
        const [made = ''] = await insertNotes(tx, { incident, by, byName: person.name }, [note])
        return { result: made, subject: made, after: { at: note.at, text: note.text } }
      })
      return reply.code(201).send(eventView(await found(house, incident, id)))
    },
  })
}

async function found(house: House, incident: string, event: string): Promise<TimelineRow> {
  const row = await readEvent(house.db, incident, event)
  if (row === null) throw absent('event')
  return row
}

function changeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/incidents/:incident/timeline/:event',
    id: 'changeEvent',
    summary: 'Change an event’s text, time or level; the original is kept',
    tag: 'Timeline',
    policy: { verb: 'edit', on: 'incident' },
    params: EventParams,
    body: z.object({
      text: words(5_000).optional(),
      at: Moment.optional(),
      level: Level.nullish().describe('null lets the rules decide again.'),
      undo: z.boolean().optional().describe('true: the text and time of the record again.'),
    }),
    answers: { 200: EventView },
    async answer({ person, incident, params, body, request }) {
      const before = await found(house, incident, params.event)
      const change = {
        text: body.text === undefined ? undefined : foreignInline(body.text),
        at: body.at === undefined ? undefined : instant(body.at),
        level: body.level,
        undo: body.undo,
      }
      const by = person.memberId ?? person.name
      await changeIncident(house, { incident, person, request, revision: null, action: 'timeline.change', effect: 'anew' }, async (tx) => {
        await changeEvent(tx, { incident, event: params.event, by }, change)
        const { text: was, at, mark } = before.event
        return { result: null, subject: params.event, before: { text: was, at, level: mark.level }, after: change }
      })
      return eventView(await found(house, incident, params.event))
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/timeline/marks',
    id: 'markEvents',
    summary: 'Say for many events at once whether they go into the document',
    tag: 'Timeline',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: z.object({ events: z.array(z.string().max(400)).min(1).max(2_000), level: Level.nullable() }),
    answers: { 200: z.object({ marked: z.int() }) },
    async answer({ person, incident, body, request }) {
      return await changeIncident(house, { incident, person, request, revision: null, action: 'timeline.mark', effect: 'anew' }, async (tx) => {
        const marked = await markEvents(tx, incident, body.events, body.level)
        return { result: { marked }, after: { events: body.events.slice(0, 100), level: body.level } }
      })
    },
  })
}

function removeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/incidents/:incident/timeline/:event',
    id: 'removeEvent',
    summary: 'Remove a line that you wrote',
    description: 'Administrators may remove everybody’s. What the record tells cannot be removed; mark it as detail.',
    tag: 'Timeline',
    policy: { verb: 'edit', on: 'incident' },
    params: EventParams,
    answers: { 204: z.null() },
    async answer({ person, incident, params, request, reply }) {
      const { event, madeBy } = await found(house, incident, params.event)
      if (madeBy === null)
        throw new Refusal(409, 'of-the-record', {
          message: 'This event is of the record, not somebody’s own line.',
          hint: 'Mark it as detail to leave it out of the document.',
        })
      if (madeBy !== person.memberId && person.role !== 'administrator')
        throw new Refusal(403, 'forbidden', { message: 'Somebody else wrote this line.', hint: 'Ask them, or an administrator.' })
      await changeIncident(house, { incident, person, request, revision: null, action: 'timeline.remove', effect: 'anew' }, async (tx) => {
        await deleteNote(tx, incident, params.event)
        return { result: null, subject: params.event, before: { text: event.text, at: event.at } }
      })
      return reply.code(204).send(null)
    },
  })
}
