import { BlamefreeError, dateTimeZoneText, type Document, type Incident, type PageDestination, type PageOptions, type World } from '@blamefree/core'
import type { Nodes } from 'mdast'
import { copyFor } from '../documents/export-post-mortem.ts'
import type { House } from '../house.ts'
import type { Connection } from '../store/connections.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'

/** A post-mortem as it goes to a place: without what its readers must not have, with its images, and with the place's own names of the people in it. */
export async function pageCopy(
  { db, publicUrl }: Pick<House, 'db' | 'publicUrl'>,
  stored: StoredPostMortem,
  to: {
    readonly connection: Pick<Connection, 'audience'>
    readonly destination: PageDestination
    readonly config: unknown
    readonly world: World
    /** The name of whoever publishes it. */
    readonly by: string | null
  },
): Promise<{ readonly document: Document; readonly options: PageOptions }> {
  const { audience } = to.connection
  const { document, options } = await copyFor(db, stored, { audience, evidence: 'false' })
  const { incident, assets } = options
  const at = to.world.now()
  return {
    document,
    options: {
      ...(incident === undefined ? {} : { incident }),
      ...(assets === undefined ? {} : { assets }),
      ...(audience === 'internal' ? {} : { audience }),
      mentions: await mentionsIn(document, incident, to),
      footer: {
        url: `${publicUrl}/post-mortems/${stored.id}`,
        at,
        shownAt: dateTimeZoneText(at, document.zone),
        by: audience === 'customer' ? null : to.by,
        version: String(stored.revision),
      },
    },
  }
}

/** The place's own ids of the people whom a document mentions. Where the place cannot say, their names stay names: that is no reason not to publish. */
async function mentionsIn(
  { tree }: Document,
  incident: Incident | undefined,
  { destination, config, world }: { readonly destination: PageDestination; readonly config: unknown; readonly world: World },
): Promise<Readonly<Record<string, string>>> {
  if (destination.people === undefined || incident === undefined) return {}
  const mentioned = mentionedIn(tree)
  const people = incident.people.filter(({ id, email }) => email !== null && mentioned.has(id))
  if (people.length === 0) return {}
  try {
    const known = await destination.people([...new Set(people.flatMap(({ email }) => email ?? []))], config, world)
    return Object.fromEntries(people.flatMap(({ id, email }) => (email !== null && known[email] !== undefined ? [[id, known[email]]] : [])))
  } catch (error) {
    if (error instanceof BlamefreeError) return {}
    throw error
  }
}

function mentionedIn(tree: Document['tree']): Set<string> {
  const ids = new Set<string>()
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const id = node.type === 'textDirective' && node.name === 'person' ? node.attributes?.['id'] : null
    if (typeof id === 'string') ids.add(id)
    if ('children' in node) waiting.push(...node.children)
  }
  return ids
}
