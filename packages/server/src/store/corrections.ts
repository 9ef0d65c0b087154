import type { Correction, Instant } from '@blamefree/core'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** A correction as it is kept: who said it, and what held before. */
export interface KeptCorrection {
  readonly id: string
  readonly path: string
  readonly value: unknown
  readonly before: unknown
  /** The member's id, and the name. */
  readonly madeBy: string
  readonly name: string
  readonly madeAt: Instant
}

/** What people say over an incident's record and have not taken back, oldest first. */
export async function loadCorrections(store: Kysely<Tables>, incident: string): Promise<KeptCorrection[]> {
  const rows = await store
    .selectFrom('correction')
    .leftJoin('member', 'member.id', 'correction.made_by')
    .select(['correction.id', 'path', 'value', 'before', 'made_by', 'made_at', 'member.name'])
    .where('incident_id', '=', incident)
    .where('undone_at', 'is', null)
    .orderBy('correction.id')
    .execute()
  return rows.map(({ id, path, value, before, made_by, made_at, name }) => ({
    id,
    path,
    value,
    before,
    madeBy: made_by,
    name: name ?? made_by,
    madeAt: made_at,
  }))
}

/** A kept correction as core takes it. */
export function correctionOf({ id, path, value, name }: KeptCorrection): Correction {
  return { path, value, origin: { source: 'person', ref: `correction:${id}`, url: null, label: `Corrected by ${name}` } }
}

/** A person's word about one path, over the ones that were said about it before. `value: null`: there is none. */
export interface NewCorrection {
  readonly path: string
  readonly value: unknown
  readonly before: unknown
}

/** Keeps corrections; earlier ones of the same paths are history. */
export async function insertCorrections(
  tx: Transaction<Tables>,
  { incident, by }: { readonly incident: string; readonly by: string },
  corrections: readonly NewCorrection[],
): Promise<void> {
  if (corrections.length === 0) return
  await sql`insert into correction (incident_id, ${CORRECTION_COLUMNS}) select ${incident}::uuid, ${CORRECTION_COLUMNS} from ${correctionRows(by, corrections)}`.execute(
    tx,
  )
}

/** What of a correction is written beside its incident, in the order of `correctionRows`. */
export const CORRECTION_COLUMNS: RawBuilder<unknown> = sql.raw('id, path, value, before, made_by')

/** Corrections as rows of those columns, for a `from`. */
export function correctionRows(by: string, corrections: readonly NewCorrection[]): RawBuilder<unknown> {
  return sql`(select id, path, value::jsonb, before::jsonb, ${by}::text as made_by from unnest(
    ${corrections.map(() => newId())}::uuid[], ${corrections.map(({ path }) => path)}::text[], ${corrections.map(({ value }) => jsonText(value ?? null))}::text[],
    ${corrections.map(({ before }) => jsonText(before ?? null))}::text[]
  ) as c (id, path, value, before)) as rows`
}

/** Takes back everything that was said about paths, so that the sources' values hold again. Gives the paths about which something had been said. */
export async function undoCorrections(
  tx: Transaction<Tables>,
  { incident, by, at }: { readonly incident: string; readonly by: string; readonly at: Instant },
  paths: readonly string[],
): Promise<string[]> {
  if (paths.length === 0) return []
  const rows = await tx
    .updateTable('correction')
    .set({ undone_by: by, undone_at: at })
    .where('incident_id', '=', incident)
    .where('path', 'in', paths)
    .where('undone_at', 'is', null)
    .returning('path')
    .execute()
  return [...new Set(rows.map(({ path }) => path))]
}
