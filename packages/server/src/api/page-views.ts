import { z } from 'zod'
import type { House } from '../house.ts'
import type { Principal } from '../people/principal.ts'
import type { Connection } from '../store/connections.ts'
import type { PageRow } from '../store/pages.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'

const SeenBy = z.object({ level: z.enum(['people', 'company', 'public', 'unknown']), sentence: z.string() })

export const ConnectionView = z
  .object({
    id: z.string(),
    destination: z.object({ id: z.string(), title: z.string() }),
    name: z.string(),
    audience: z.enum(['internal', 'company', 'customer']),
    where: z.string().nullable().describe('Where pages go, as people there call it; null where it was never checked.'),
    seenBy: SeenBy.nullable(),
    works: z.boolean().nullable(),
    checkedAt: z.string().nullable(),
    needsSecrets: z.boolean().describe('Its secrets have to be entered again, as after an import.'),
    settings: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .nullable()
      .describe('Without secrets; null for those who do not administer.'),
    createdAt: z.string(),
  })
  .meta({ id: 'Connection' })

/** A connection as a person may see it. */
export function connectionView(house: Pick<House, 'pageDestinations'>, connection: Connection, person: Principal): z.input<typeof ConnectionView> {
  const { id, destination, name, audience, where, seenBy, works, checkedAt, sealed, settings, createdAt } = connection
  const administers = person.role === 'administrator' && person.scopes.includes('admin')
  return {
    id,
    destination: { id: destination, title: titleOf(house, destination) },
    name,
    audience,
    where,
    seenBy,
    works,
    checkedAt,
    needsSecrets: !sealed,
    settings: administers ? { ...settings } : null,
    createdAt,
  }
}

export const titleOf = ({ pageDestinations }: Pick<House, 'pageDestinations'>, id: string): string =>
  pageDestinations.find((destination) => destination.id === id)?.title ?? id

export const PageView = z
  .object({
    id: z.string(),
    connection: z.object({ id: z.string(), name: z.string(), destination: z.object({ id: z.string(), title: z.string() }) }),
    title: z.string().nullable(),
    url: z.string().nullable().describe('Where people read it; null before it was first published.'),
    state: z
      .enum(['waiting', 'publishing', 'current', 'behind', 'changed', 'conflict', 'gone', 'failed'])
      .describe('`behind`: the text here is newer. `changed`: people have changed it there. `conflict`: the same was changed here and there.'),
    behind: z.boolean().describe('The text here is newer, also where the state says something else.'),
    sentence: z.string().nullable().describe('Why it is not current.'),
    sections: z.array(z.string()).describe('What was changed there.'),
    choices: z.array(z.enum(['create', 'restore'])).describe('What may be done about a page that is gone.'),
    notices: z.array(z.string()).describe('What is not as it was; why the last look there failed.'),
    publishedAt: z.string().nullable(),
    publishedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    revision: z.int().nullable().describe('The revision of the post-mortem that it shows.'),
    lookedAt: z.string().nullable().describe('When we last looked at it there.'),
  })
  .meta({ id: 'Page' })

/** A page as the API shows it. */
export function pageView(
  house: Pick<House, 'pageDestinations'>,
  page: PageRow,
  { connections, stored }: { readonly connections: readonly Connection[]; readonly stored: StoredPostMortem },
): z.input<typeof PageView> {
  const connection = connections.find(({ id }) => id === page.connection)
  const destination = connection?.destination ?? ''
  // Until it is published, its live blocks show the facts of now.
  const older = page.revision !== stored.revision || (stored.status !== 'published' && page.factsRevision !== stored.incidentRevision)
  const behind = page.written !== null && older
  return {
    id: page.id,
    connection: { id: page.connection, name: connection?.name ?? '', destination: { id: destination, title: titleOf(house, destination) } },
    title: page.written?.title ?? null,
    url: page.written?.ref.url ?? null,
    state: page.state === 'current' && behind ? 'behind' : page.state,
    behind,
    sentence: page.sentence,
    sections: [...(page.found.sections ?? [])],
    choices: [...(page.found.choices ?? [])],
    notices: [...(page.found.notices ?? []), ...unseenNotice(page)],
    publishedAt: page.publishedAt,
    publishedBy: page.publishedBy,
    revision: page.revision,
    lookedAt: page.lookedAt,
  }
}

function unseenNotice({ found: { unseen } }: PageRow): string[] {
  return unseen === undefined ? [] : [`The last look there failed, so it is shown as it stood before. ${unseen.why}`]
}
