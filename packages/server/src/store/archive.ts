import type { ArchivePlace, Instant, PlaceAudience } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** `off`: only when somebody asks. `daily`: once a day. `published`: that, and after each publication. */
export const OFTEN = ['off', 'daily', 'published'] as const
export type Often = (typeof OFTEN)[number]

/** `none`: not yet. `waiting` and `running`: somebody asked, or it is time. */
export const ARCHIVE_STATES = ['none', 'waiting', 'running', 'kept', 'failed'] as const
export type ArchiveState = (typeof ARCHIVE_STATES)[number]

/** Where the archive is kept, and how that stands. */
export interface ArchiveRow extends ArchivePlace {
  /** Null: nowhere. */
  readonly connection: string | null
  readonly often: Often
  readonly confirmed: ConfirmedPlace | null
  readonly changedAt: Instant
  readonly state: ArchiveState
  readonly sentence: string | null
  readonly notice: string | null
  readonly version: string | null
  readonly sum: string | null
  readonly counts: ArchiveCounts | null
  readonly triedAt: Instant | null
  readonly keptAt: Instant | null
  readonly madeAt: Instant | null
}

/** What somebody confirmed: that whoever sees this place may read everything. */
export interface ConfirmedPlace {
  readonly by: string | null
  readonly level: PlaceAudience['level']
  readonly where: string | null
}

/** What is in the archive. */
export interface ArchiveCounts {
  readonly incidents: number
  readonly privateIncidents: number
  readonly postMortems: number
  readonly files: number
  readonly bytes: number
}

const COLUMNS = sql<ArchiveRow>`connection_id as connection, branch, folder, often, confirmed, changed_at as "changedAt", state, sentence, notice, version, sum, counts,
  tried_at as "triedAt", kept_at as "keptAt", made_at as "madeAt"`

/** Null while nobody has set anything. */
export async function readArchive(store: Kysely<Tables>): Promise<ArchiveRow | null> {
  return (await sql<ArchiveRow>`select ${COLUMNS} from archive where id = 1`.execute(store)).rows[0] ?? null
}

export type ArchiveSetting = Pick<ArchiveRow, 'connection' | 'branch' | 'folder' | 'often' | 'confirmed'>

/** Sets where and how often. What is known of the archive in one place says nothing of another, so it is forgotten with it. */
export async function setArchive(tx: Transaction<Tables>, { connection, branch, folder, often, confirmed }: ArchiveSetting): Promise<ArchiveRow> {
  const { rows } = await sql<ArchiveRow>`
    insert into archive (id, connection_id, branch, folder, often, confirmed)
    values (1, ${connection}, ${branch}, ${folder}, ${often}, ${confirmed === null ? null : jsonText(confirmed)}::jsonb)
    on conflict (id) do update set connection_id = excluded.connection_id, branch = excluded.branch, folder = excluded.folder, often = excluded.often,
      confirmed = excluded.confirmed, changed_at = now()
    returning ${COLUMNS}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('The archive was not set.')
  return row
}

/** Forgets how the archive stands, for a new place. */
export async function forgetArchived(tx: Transaction<Tables>): Promise<void> {
  await sql`update archive set state = 'none', sentence = null, notice = null, version = null, sum = null, counts = null, tried_at = null, kept_at = null,
    made_at = null`.execute(tx)
}

/** What becomes of it. */
export interface ArchiveChange {
  readonly state: ArchiveState
  readonly sentence?: string | null
  readonly notice?: string | null
  /** It is as the workspace was a moment ago. */
  readonly kept?: Pick<ArchiveRow, 'version' | 'sum' | 'counts'>
  /** That took a new commit. */
  readonly made?: boolean
  readonly tried?: true
}

/** Writes how it stands, of the setting that was read: it is no news of another. False where somebody has set another meanwhile. */
export async function changeArchive(store: Kysely<Tables>, { changedAt }: Pick<ArchiveRow, 'changedAt'>, change: ArchiveChange): Promise<boolean> {
  const { state, sentence, notice, kept, made = false, tried } = change
  const { numAffectedRows = 0n } = await sql`
    update archive set state = ${state},
      sentence = ${sentence === undefined ? sql`sentence` : sentence}, notice = ${notice === undefined ? sql`notice` : notice},
      version = ${kept === undefined ? sql`version` : kept.version}, sum = ${kept === undefined ? sql`sum` : kept.sum},
      counts = ${kept === undefined ? sql`counts` : sql`${jsonText(kept.counts)}::jsonb`},
      kept_at = ${kept === undefined ? sql`kept_at` : sql`now()`}, made_at = ${made ? sql`now()` : sql`made_at`},
      tried_at = ${tried === undefined ? sql`tried_at` : sql`now()`}
    where date_trunc('milliseconds', changed_at) = ${changedAt}`.execute(store)
  return numAffectedRows > 0n
}
