import type { Asset, Instant } from '@blamefree/core'
import type { Kysely, Transaction } from 'kysely'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** An image of an incident. Documents show it by its address. */
export interface ImageSummary {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly by: string | null
  readonly at: Instant
}

/** The address by which a document shows an image: `images/<id>`. */
export const imageAddress = (id: string): string => `images/${id}`

/** The images of an incident, oldest first. */
export async function listImages(sql: Kysely<Tables>, incident: string): Promise<ImageSummary[]> {
  const rows = await sql
    .selectFrom('asset')
    .select(({ fn }) => ['id', 'name', 'media_type', 'made_by', 'created_at', fn<number>('octet_length', ['bytes']).as('size')])
    .where('incident_id', '=', incident)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ media_type, made_by, created_at, ...row }) => ({ ...row, mediaType: media_type, by: made_by, at: created_at }))
}

export async function insertImage(
  tx: Transaction<Tables>,
  incident: string,
  image: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer; readonly by: string | null },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('asset')
    .values({ incident_id: incident, id, name: image.name, media_type: image.mediaType, bytes: image.bytes, made_by: image.by })
    .execute()
  return id
}

export async function readImage(sql: Kysely<Tables>, incident: string, id: string): Promise<(Asset & { readonly name: string }) | null> {
  const row = await sql.selectFrom('asset').select(['name', 'media_type', 'bytes']).where('incident_id', '=', incident).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { name: row.name, mediaType: row.media_type, bytes: row.bytes }
}

/** False when there is none. */
export async function deleteImage(tx: Transaction<Tables>, incident: string, id: string): Promise<boolean> {
  const rows = await tx.deleteFrom('asset').where('incident_id', '=', incident).where('id', '=', id).returning('id').execute()
  return rows.length > 0
}
