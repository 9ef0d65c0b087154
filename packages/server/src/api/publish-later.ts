import { mayGo } from '@blamefree/adapters'
import type { PublishChoice } from '@blamefree/core'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../house.ts'
import { now } from '../now.ts'
import { configOf } from '../pages/connection-config.ts'
import { recordDeed } from '../store/audit.ts'
import { findConnection, recordCheck, type Connection } from '../store/connections.ts'
import { announce } from '../store/outbox.ts'
import { changePage } from '../store/pages.ts'
import type { Tables } from '../store/tables.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { absent, Refusal } from './refusal.ts'
import type { Call } from './route.ts'

const Side = z.enum(['ours', 'theirs'])

/** What one says when one publishes to a place. */
export const PagePublishing = z.object({
  choice: z
    .object({
      all: Side.optional().describe('Whose text stays where the same was changed here and there.'),
      sections: z.record(z.string().max(1000), Side).optional().describe('The same by section, over `all`.'),
      gone: z.enum(['create', 'restore']).optional().describe('For a page that is gone: make a new one, or bring it back.'),
      title: Side.optional().describe('For a page that was renamed there; left out: theirs.'),
      overwrite: z.boolean().optional().describe('Overwrite everything that was changed there.'),
    })
    .optional(),
  confirmAudience: z
    .boolean()
    .default(false)
    .describe(
      'Whoever sees that place may read this: asked for where it is not known who does, and where the whole internet does. A place that is known to be more open than a private incident is refused all the same.',
    ),
})

/** Puts a publishing into the queue, unless more people see the place than may and nobody has confirmed it. Gives the page's id. */
export async function publishLater(
  house: House,
  { person, postMortem, incident, body, request }: Call<unknown, unknown, z.infer<typeof PagePublishing>>,
  connection: Connection,
  pageIn: (tx: Transaction<Tables>) => Promise<string>,
): Promise<string> {
  const [stored, checked] = await Promise.all([thePostMortem(house, postMortem), onceChecked(house, connection)])
  const { where, name, seenBy } = checked
  const { answer, sentence } = mayGo({ isPrivate: stored.incident.private, place: where ?? name, seenBy })
  const refused = { message: sentence ?? '', where, seenBy }
  if (answer === 'no') throw new Refusal(409, 'too-open', refused)
  if (answer === 'confirm' && !body.confirmAudience)
    throw new Refusal(409, 'confirm-audience', { ...refused, hint: 'Send it again with confirmAudience: true.' })
  return await house.db.tx(async (tx) => {
    const page = await pageIn(tx)
    const confirmed = answer === 'confirm' ? { by: person.memberId, at: now(), level: seenBy?.level ?? 'unknown' } : null
    const choice = withoutGaps(body.choice)
    await changePage(tx, page, {
      state: 'waiting',
      sentence: null,
      ...(choice === null ? {} : { choice }),
      ...(confirmed === null ? {} : { confirmed }),
    })
    await house.jobs.enqueue(tx, 'publish-page', { page }, { key: page, by: person.memberId, incident })
    await recordDeed(tx, person, {
      action: 'page.ask',
      incident,
      subject: page,
      after: { connection: connection.id, ...(choice === null ? {} : { choice }), ...(confirmed === null ? {} : { confirmed: confirmed.level }) },
      address: request.ip,
    })
    await announce(tx, { kind: 'page.changed', incident, postMortem, data: { page } })
    return page
  })
}

/** Who sees a place has to be known before something goes there for the first time. */
async function onceChecked(house: House, connection: Connection): Promise<Connection> {
  if (connection.seenBy !== null) return connection
  const { destination, config } = await configOf(house, connection)
  await recordCheck(house.db.sql, connection, await destination.check(config, house.world()))
  return (await findConnection(house.db.sql, connection.id)) ?? Promise.reject(absent('connection'))
}

function withoutGaps(choice: z.infer<typeof PagePublishing>['choice']): PublishChoice | null {
  const said = Object.entries(choice ?? {}).filter(([, value]) => value !== undefined)
  return said.length === 0 ? null : (Object.fromEntries(said) as PublishChoice)
}
