import { SOURCES } from '@blamefree/adapters'
import type { Reading } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { Turn } from '../intake/fair-queue.ts'
import { readPayload, summaryOf } from '../intake/intake.ts'
import { turnOf } from '../intake/reader.ts'
import { NOTHING_SAID, understandAnew } from '../intake/understand-anew.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { openExample } from '../store/first-start.ts'
import { DataProblemView } from './fact-view.ts'
import { inferredOf, InferredView, readingView, ReadingView, receiptView, ReceiptView } from './incident-view.ts'
import { FORM, Pasted, withUpload } from './receiving-routes.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { intakeOptions, type Upload } from './upload.ts'

/** Of each record so many events are shown. */
const SHOWN = 6

const PreviewedReading = ReadingView.extend({
  title: z.string().describe('What its source is called.'),
  facts: z.int().describe('How many facts it states besides its events: a title, a severity, a time.'),
  from: z.string().nullable(),
  to: z.string().nullable().describe('Of its last event.'),
  beginning: z.array(z.object({ at: z.string(), actor: z.string().nullable().describe('A name.'), text: z.string() })).describe('Its first events.'),
}).meta({ id: 'PreviewedReading' })

const PreviewView = z
  .object({
    readings: z.array(PreviewedReading),
    title: z.string().nullable().describe('That the incident would have.'),
    events: z.int().describe('That it would have: one that several records tell counts once.'),
    keyEvents: z.int(),
    inferred: z.array(InferredView),
    problems: z.array(DataProblemView),
    sources: z.array(z.object({ id: z.string(), title: z.string() })).describe('All that there are, to say which a record is of.'),
  })
  .meta({ id: 'Preview' })

/** Looking at records before they are handed in, and the records that come along. */
export function readingRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/readings',
    id: 'previewRecords',
    summary: 'What would be read of records, without keeping anything',
    description: FORM,
    tag: 'Incidents',
    policy: { verb: 'create', on: 'workspace' },
    consumes: ['application/json', 'multipart/form-data'],
    body: Pasted.nullish(),
    answers: { 200: PreviewView },
    async answer({ person, body, request }) {
      return await withUpload(house, { request, body }, async (upload) => await preview(house, upload, turnOf(person)))
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/example',
    id: 'openExample',
    summary: 'Make the example incident that comes along, to look around in',
    tag: 'Incidents',
    policy: { verb: 'create', on: 'workspace' },
    answers: { 200: ReceiptView },
    async answer({ person }) {
      const receipt = await openExample(house, person)
      if (receipt === null) throw absent('example')
      return receiptView(receipt)
    },
  })
}

/** What would be read, one record after the other. */
async function preview(house: House, { payloads, options }: Upload, turn: Turn): Promise<z.infer<typeof PreviewView>> {
  if (payloads.length === 0) throw new Refusal(400, 'nothing', { message: 'There is no record in this request.', hint: 'Send files or text.' })
  const how = intakeOptions(options)
  house.intake.check(how)
  const readings: Reading[] = []
  const shown: z.infer<typeof PreviewedReading>[] = []
  for (const payload of payloads) {
    const { reading } = await readPayload(house.intake.reader, payload, { options: how, turn })
    readings.push(reading)
    shown.push({ ...readingView(summaryOf({ payload, reading })), ...beginningOf(reading) })
  }
  const { incident, problems } = understandAnew(readings, NOTHING_SAID, await currentConfiguration(house.db.sql))
  return {
    readings: shown,
    title: options.title ?? (shown.some(({ events, facts }) => events + facts > 0) ? (incident.title?.value ?? null) : null),
    events: incident.events.length,
    keyEvents: incident.events.filter(({ mark }) => mark.level === 'key').length,
    inferred: inferredOf(incident),
    problems: problems.slice(0, 500),
    sources: SOURCES.map(({ id, title }) => ({ id, title })),
  }
}

function beginningOf(reading: Reading): Omit<z.infer<typeof PreviewedReading>, keyof z.infer<typeof ReadingView>> {
  const { source, events, people } = reading
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    title: SOURCES.find(({ id }) => id === source)?.title ?? source,
    facts: factsIn(reading),
    from: events[0]?.at ?? null,
    to: events.at(-1)?.at ?? null,
    beginning: events
      .slice(0, SHOWN)
      .map(({ at, actor, text }) => ({ at, actor: actor === null ? null : (names.get(actor) ?? null), text: text.slice(0, 400) })),
  }
}

function factsIn({ title, summary, type, severity, status, ...many }: Reading): number {
  const { services, fields, roles, links, timestamps, followUps, findings } = many
  const single = [title, summary, type, severity, status].filter((fact) => fact !== null)
  return [single, services, Object.keys(fields), Object.keys(roles), links, Object.keys(timestamps), followUps, findings].flat().length
}
