import { readRaw } from '@blamefree/adapters'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { payloadOf, rawOf } from '../intake/payload.ts'
import { insertNotes, type Note } from '../store/timeline-change.ts'
import { changeIncident } from './change-incident.ts'
import { DataProblemView } from './fact-view.ts'
import { IncidentParams } from './incident-params.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'
import { Day, words } from './text.ts'

const Line = z.object({ at: z.string(), actor: z.string().nullable(), text: z.string() }).meta({ id: 'TimelineLine' })

/** Many lines of the timeline at once, as somebody wrote them down: `09:02 Ada: rolled back`. */
export function pastedLinesRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/timeline/lines',
    id: 'addLines',
    summary: 'Add pasted lines to the timeline; preview shows how they are understood and adds nothing',
    tag: 'Timeline',
    policy: { verb: 'edit', on: 'incident' },
    params: IncidentParams,
    body: z.object({
      text: words(200_000),
      zone: words(80).optional().describe('The IANA zone of times that carry none.'),
      date: Day.optional().describe('The day of times that carry none.'),
      level: z.enum(['key', 'detail']).default('key'),
      preview: z.boolean().default(false),
    }),
    answers: {
      200: z.object({
        lines: z.array(Line),
        problems: z.array(DataProblemView),
        added: z.array(z.string()).describe('The new events’ ids; empty for a preview.'),
      }),
    },
    async answer({ person, incident, body, request }) {
      const options = { ...(body.zone === undefined ? {} : { zone: body.zone }), ...(body.date === undefined ? {} : { date: body.date }) }
      const reading = readRaw(rawOf(payloadOf('pasted lines', Buffer.from(body.text))), options, 'transcript')
      const names = new Map(reading.people.map(({ id, name }) => [id, name]))
      const lines = reading.events.map(({ at, actor, text }) => ({ at, actor: actor === null ? null : (names.get(actor) ?? null), text }))
      const answer = { lines, problems: [...reading.problems] }
      if (body.preview) return { ...answer, added: [] }
      if (lines.length === 0)
        throw new Refusal(422, 'no-lines', {
          message: 'No line of this text has a time.',
          hint: 'Write 09:02 Ada: rolled back, one a line.',
          problems: answer.problems,
        })
      if (lines.length > 2_000) throw new Refusal(422, 'too-many-lines', { message: `These are ${lines.length} lines; at most 2,000 are added at once.` })
      const by = person.memberId ?? person.name
      const notes = lines.map((line): Note => ({ ...line, thread: null, level: body.level }))
      const added = await changeIncident(house, { incident, person, request, revision: null, action: 'timeline.add', effect: 'anew' }, async (tx) => {
        const ids = await insertNotes(tx, { incident, by, byName: person.name }, notes)
        return { result: ids, after: { lines: ids.length } }
      })
      return { ...answer, added }
    },
  })
}
