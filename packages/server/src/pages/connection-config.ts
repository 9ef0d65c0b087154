import { BlamefreeError, type PageDestination, type PlaceSetting, type Settings } from '@blamefree/core'
import type { House } from '../house.ts'
import { secretNameOf, type Connection } from '../store/connections.ts'

/** What was entered for a connection, apart: what may be shown, and what is sealed. */
export interface EnteredSettings {
  readonly settings: Settings
  readonly secrets: Settings
}

/** The destination of a name. Throws when this version has none such, which happens with a connection that a newer one has made. */
export function pageDestinationOf({ pageDestinations }: Pick<House, 'pageDestinations'>, id: string): PageDestination {
  const found = pageDestinations.find((destination) => destination.id === id)
  if (found !== undefined) return found
  throw new BlamefreeError(
    'pages/unknown',
    `Cannot publish to ${JSON.stringify(id)}: there is no such kind of place.`,
    `There are ${pageDestinations.map((destination) => destination.id).join(', ')}.`,
  )
}

/** What is entered over what there is: a secret that is left out, or empty, stays. Throws for a name that is none of the destination's settings, and for one whose value is of the wrong kind. */
export function entered({ title, connect }: PageDestination, given: Settings, before: EnteredSettings | null = null): EnteredSettings {
  const known = new Map(connect.settings.map((setting) => [setting.key, setting]))
  for (const [key, value] of Object.entries(given)) {
    const setting = known.get(key)
    if (setting === undefined)
      throw new BlamefreeError('pages/setting', `${title} has no setting ${JSON.stringify(key)}.`, `It has ${[...known.keys()].join(', ')}.`)
    if ((setting.kind === 'switch') !== (typeof value === 'boolean')) throw wrongKind(setting)
  }
  const values = Object.entries(given).filter(([, value]) => value !== '')
  const secret = ([key]: readonly [string, unknown]): boolean => known.get(key)?.secret === true
  return {
    settings: Object.fromEntries(values.filter((entry) => !secret(entry))),
    secrets: { ...before?.secrets, ...Object.fromEntries(values.filter(secret)) },
  }
}

const wrongKind = ({ label, kind }: PlaceSetting): BlamefreeError =>
  new BlamefreeError('pages/setting', `“${label}” must be ${kind === 'switch' ? 'true or false' : 'a text'}.`, 'Enter it again.')

/** What the destination works with. Throws a sentence that names the setting that is wrong, and when the secrets are not here. */
export async function configOf(
  house: Pick<House, 'secretStore' | 'pageDestinations'>,
  connection: Connection,
): Promise<{ readonly destination: PageDestination; readonly config: unknown }> {
  const destination = pageDestinationOf(house, connection.destination)
  const secrets = await secretsOf(house, connection)
  return { destination, config: destination.configure({ ...connection.settings, ...secrets }) }
}

/** The secrets of a connection; none where they were not brought along. */
export async function secretsOf({ secretStore }: Pick<House, 'secretStore'>, { id }: Pick<Connection, 'id'>): Promise<Settings> {
  const kept = await secretStore.get(secretNameOf(id))
  return kept === null ? {} : (JSON.parse(kept) as Settings)
}
