import { BlamefreeError, type PlaceAudience, type PublishAsk, type World } from '@blamefree/core'
import type { House } from '../house.ts'
import { findConnection, type Connection } from '../store/connections.ts'
import { changePage, type PageRow } from '../store/pages.ts'
import { readPostMortem, type StoredPostMortem } from '../store/post-mortems.ts'
import { configOf } from './connection-config.ts'
import { pageCopy } from './page-copy.ts'

/** A page with all that comparing and publishing it takes. */
export interface PreparedPage {
  readonly ask: PublishAsk
  readonly world: World
  readonly connection: Connection
  readonly stored: StoredPostMortem
}

/** Reads everything that a page is made of. Null when its post-mortem or its connection is gone. Throws what is wrong with the connection's settings. */
export async function preparePage(
  house: House,
  page: PageRow,
  { by, signal }: { readonly by: string | null; readonly signal?: AbortSignal },
): Promise<PreparedPage | null> {
  const [stored, connection] = await Promise.all([readPostMortem(house.db, page.postMortem), findConnection(house.db.sql, page.connection)])
  if (stored === null || connection === null) return null
  if (!connection.sealed)
    throw new BlamefreeError(
      'pages/no-secrets',
      `Cannot publish to ${connection.name}: its secrets are not here, as after an import.`,
      'Ask an administrator to enter them again in the settings.',
    )
  const { destination, config } = await configOf(house, connection)
  const world = house.world(signal)
  const { document, options } = await pageCopy(house, stored, { connection, destination, config, world, by })
  const ask: PublishAsk = {
    destination,
    config,
    document,
    options,
    marker: page.marker,
    written: page.written,
    intended: page.intended,
    intend: (ours) => changePage(house.db.sql, page.id, { intended: ours }),
    ...(page.choice === null ? {} : { choice: page.choice }),
    incident: stored.incident.private ? 'people' : 'company',
    audience: connection.seenBy ?? UNKNOWN,
    // Whether it may go there is asked before, of what was confirmed.
    confirmed: true,
  }
  return { ask, world, connection, stored }
}

const UNKNOWN: PlaceAudience = { level: 'unknown', sentence: 'Nobody has looked yet who sees it.' }
