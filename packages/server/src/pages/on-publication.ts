import type { Transaction } from 'kysely'
import type { House } from '../house.ts'
import { findConnection } from '../store/connections.ts'
import { ofKind, type OutboxEvent } from '../store/outbox.ts'
import { changePage, keepPage } from '../store/pages.ts'
import { judgedOf, listPlaceRules } from '../store/place-rules.ts'
import type { Tables } from '../store/tables.ts'
import { placeFor } from './place-for.ts'

const PUBLISHED = 'post-mortem.published'

/** Sends every post-mortem that is published to the place that the rules name, once, over all processes. Ends with the outbox. */
export function publishOnPublication({ outbox, jobs }: Pick<House, 'outbox' | 'jobs'>): void {
  const publish = async (tx: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> => {
    for (const { kind, incident, postMortem } of events) {
      if (kind !== PUBLISHED || incident === null || postMortem === null) continue
      const judged = await judgedOf(tx, incident)
      const connection = judged === null ? null : placeFor(await listPlaceRules(tx), judged)
      const place = connection === null ? null : await findConnection(tx, connection)
      if (place === null) continue
      const about = await tx.selectFrom('post_mortem').select('published_by').where('id', '=', postMortem).where('deleted_at', 'is', null).executeTakeFirst()
      if (about === undefined) continue
      const page = await keepPage(tx, { postMortem, connection: place.id, destination: place.destination })
      await changePage(tx, page, { state: 'waiting', sentence: null })
      await jobs.enqueue(tx, 'publish-page', { page }, { key: page, by: about.published_by, incident })
    }
  }
  outbox.consume('pages', publish, ofKind(PUBLISHED))
}
