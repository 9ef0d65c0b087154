import type { Reading } from '@blamefree/core'
import { SYSTEM, type Principal } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import { currentConfiguration } from '../store/configuration.ts'
import type { Database } from '../store/database.ts'
import { lockIncident } from '../store/incident-change.ts'
import { storable } from '../store/json-text.ts'
import { announce } from '../store/outbox.ts'
import { loadRaw } from '../store/raw-store.ts'
import { incidentsToReread, payloadRows, replaceReading, type PayloadRows } from '../store/records.ts'
import type { IntakeOptions, Payload } from './payload.ts'
import type { Reader } from './reader.ts'
import { understandAgain } from './understand-anew.ts'

/** What reading again needs. */
export interface Rereading {
  readonly db: Database
  readonly reader: Reader
  readonly person: Principal
  readonly address?: string
  /** New options for one payload, by its position; the others keep theirs. */
  readonly change?: { readonly position: number; readonly options: IntakeOptions }
}

/** Reads everything that an incident is made of again, with the sources as they are now, and understands it anew. What people said stays. Gives how many payloads there were. */
export async function rereadIncident({ db, reader, person, address, change }: Rereading, incident: string): Promise<number> {
  const rows = (await payloadRows(db.sql, incident)).filter(({ position }) => change === undefined || position === change.position)
  const read: { row: PayloadRows; options: unknown; reading: Reading; text: string }[] = []
  for (const row of rows) {
    const options = (change?.options ?? row.options ?? {}) as IntakeOptions
    const { value, text } = storable(await reader.read(await payloadOfRows(db, row), options))
    read.push({ row, options, reading: value, text })
  }
  const configuration = await currentConfiguration(db.sql)
  await db.tx(async (tx) => {
    if ((await lockIncident(tx, incident)) === null) return
    for (const { row, options, reading, text } of read)
      await replaceReading(tx, { incident, first: row.first, position: row.position }, { source: reading.source, readingText: text, options })
    const { revision } = await understandAgain(tx, incident, configuration)
    await recordDeed(tx, person, { action: 'incident.reread', incident, after: { payloads: rows.length }, ...(address === undefined ? {} : { address }) })
    await announce(tx, { kind: 'incident.changed', incident, data: { revision } })
  })
  return rows.length
}

async function payloadOfRows(db: Database, { name, files }: PayloadRows): Promise<Payload> {
  return { name, files: await Promise.all(files.map(async ({ path, hash }) => ({ path, bytes: await loadRaw(db, hash) }))) }
}

/** `blamefree reread`: every incident that an older version has read, one after the other. Gives how many there were; `told` hears of each. */
export async function rereadAll(
  { db, reader }: Pick<Rereading, 'db' | 'reader'>,
  told: (done: number, all: number) => void = () => undefined,
): Promise<number> {
  const incidents = await incidentsToReread(db.sql)
  for (const [index, incident] of incidents.entries()) {
    await rereadIncident({ db, reader, person: SYSTEM }, incident)
    told(index + 1, incidents.length)
  }
  return incidents.length
}
