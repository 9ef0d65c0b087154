import { z } from 'zod'
import { archiveKeeperOf } from '../archive/keep-archive.ts'
import type { House } from '../house.ts'
import { configOf } from '../pages/connection-config.ts'
import { ARCHIVE_STATES, OFTEN, readArchive, type ArchiveRow } from '../store/archive.ts'
import { listConnections, type Connection } from '../store/connections.ts'

const Place = z.object({ id: z.string(), name: z.string() })

export const ArchiveView = z
  .object({
    connection: Place.nullable().describe('Null: kept nowhere.'),
    branch: z.string(),
    folder: z.string().describe('Empty: all of the branch.'),
    often: z.enum(OFTEN),
    includesPrivate: z.boolean().describe('Whether private incidents are in it: whoever runs the server says so, by ARCHIVE_PRIVATE.'),
    confirmed: z.boolean().describe('Somebody has confirmed that whoever sees that repository may read everything.'),
    state: z.enum(ARCHIVE_STATES).describe('`none`: not yet. `failed`: `sentence` says why; what was kept before is still there.'),
    sentence: z.string().nullable(),
    notice: z.string().nullable().describe('What others did with it in the repository.'),
    version: z.string().nullable().describe('The commit that it is in.'),
    url: z.string().nullable().describe('Where people see that commit, as far as the host is known.'),
    address: z.string().nullable().describe('Where people see all of it.'),
    origin: z.string().nullable().describe('What one clones to have it.'),
    counts: z
      .object({ incidents: z.int(), privateIncidents: z.int(), postMortems: z.int(), files: z.int(), bytes: z.int() })
      .nullable()
      .describe('What is in it.'),
    triedAt: z.string().nullable(),
    keptAt: z.string().nullable().describe('When it was last as the workspace was.'),
    madeAt: z.string().nullable().describe('When something had last changed.'),
    usual: z.object({ branch: z.string(), folder: z.string() }).describe('Where it lies when nobody says.'),
    places: z.array(Place).describe('The connections that can keep it.'),
  })
  .meta({ id: 'Archive' })

/** How the archive stands, for administrators. */
export async function archiveView(house: House): Promise<z.input<typeof ArchiveView>> {
  const [row, connections] = await Promise.all([readArchive(house.db.sql), listConnections(house.db.sql)])
  const keepers = house.pageDestinations.filter(({ archive }) => archive !== undefined)
  const able = connections.filter(({ destination }) => keepers.some(({ id }) => id === destination))
  const connection = able.find(({ id }) => id === row?.connection) ?? null
  const usual = keepers[0]?.archive?.usual ?? { branch: '', folder: '' }
  return {
    connection: connection === null ? null : placeOf(connection),
    branch: row?.branch || usual.branch,
    folder: row?.folder ?? usual.folder,
    often: connection === null ? 'off' : (row?.often ?? 'off'),
    includesPrivate: house.settings.archivePrivate,
    confirmed: (row?.confirmed ?? null) !== null,
    state: connection === null ? 'none' : (row?.state ?? 'none'),
    sentence: row?.sentence ?? null,
    notice: row?.notice ?? null,
    version: row?.version ?? null,
    ...(await addressesOf(house, row, connection)),
    counts: row?.counts ?? null,
    triedAt: row?.triedAt ?? null,
    keptAt: row?.keptAt ?? null,
    madeAt: row?.madeAt ?? null,
    usual: { ...usual },
    places: able.map(placeOf),
  }
}

const placeOf = ({ id, name }: Connection): z.input<typeof Place> => ({ id, name })

type Addresses = Pick<z.input<typeof ArchiveView>, 'url' | 'address' | 'origin'>

/** Null where there is nothing yet, and where the connection cannot be used: there is a sentence for that. */
async function addressesOf(house: House, row: ArchiveRow | null, connection: Connection | null): Promise<Addresses> {
  const none = { url: null, address: null, origin: null }
  if (row === null || connection === null || row.version === null) return none
  try {
    const { destination, config } = await configOf(house, connection)
    const keeper = archiveKeeperOf(destination)
    return { url: keeper.address(row, config, row.version), address: keeper.address(row, config), origin: keeper.origin(config) }
  } catch {
    return none
  }
}
