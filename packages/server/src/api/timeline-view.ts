import { z } from 'zod'
import type { TimelineRow } from '../store/timeline.ts'
import { OriginView } from './fact-view.ts'

/** An event as it leaves the server. */
export const EventView = z
  .object({
    id: z.string(),
    at: z.string(),
    text: z.string().describe('Markdown of one paragraph.'),
    actor: z.string().nullable().describe('A person’s id.'),
    actorName: z.string().nullable(),
    thread: z.string().nullable(),
    origin: OriginView,
    what: z.looseObject({ kind: z.string() }),
    level: z.enum(['key', 'detail']).describe('key: it goes into the document.'),
    rule: z.string().nullable().describe('What chose the level: a rule, or `person`.'),
    original: z.object({ text: z.string(), at: z.string() }).nullable().describe('What the record has, where somebody edited it.'),
    editedBy: z.string().nullable(),
    editedAt: z.string().nullable(),
    madeBy: z.string().nullable().describe('The member who wrote it.'),
  })
  .meta({ id: 'Event' })

export function eventView({ event, position, ...rest }: TimelineRow): z.infer<typeof EventView> {
  const { mark, ...told } = event
  void position
  return { ...told, ...rest, ...mark }
}
