import type { Reading } from '@blamefree/core'
import { SYSTEM, type Principal } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import { currentConfiguration } from '../store/configuration.ts'
import type { Database } from '../store/database.ts'
import { lockIncident } from '../store/incident-change.ts'
import { storable } from '../store/json-text.ts'
import { announce } from '../store/outbox.ts'
import { streamRaw } from '../store/raw-store.ts'
import { countErrors, incidentsToReread, payloadRows, replaceReading, type PayloadRows } from '../store/records.ts'
import type { IntakeOptions, Payload } from './payload.ts'
import { turnOf, type Reader } from './reader.ts'
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
    const { value, text } = storable(await reader.read(payloadOfRows(db, row), options, turnOf(person)))
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

function payloadOfRows(db: Database, { name, files }: PayloadRows): Payload {
  return { name, files: files.map(({ path, hash }) => ({ path, hash, arrived: null, pieces: () => streamRaw(db, hash) })) }
}

/** What reading everything again came to. */
export interface RereadReport {
  readonly incidents: number
  readonly payloads: number
  /** What is wrong in the records, as the readings say it now: problems of the weight `error`. */
  readonly problems: number
  /** Incidents that could not be read again and stay as they were. */
  readonly failed: readonly { readonly incident: string; readonly message: string }[]
}

/**
 * `blamefree reread`: every incident that another version of the sources has read (`all`: every one), one after the other, while the server runs or not. One that cannot be read again stays
 * as it was, and the others go on. `told` hears of each.
 */
export async function rereadAll(
  { db, reader, all = false }: Pick<Rereading, 'db' | 'reader'> & { readonly all?: boolean },
  told: (done: number, of: number) => void = () => undefined,
): Promise<RereadReport> {
  const incidents = await incidentsToReread(db.sql, all)
  const failed: { incident: string; message: string }[] = []
  let payloads = 0
  let problems = 0
  for (const [index, incident] of incidents.entries()) {
    try {
      payloads += await rereadIncident({ db, reader, person: SYSTEM }, incident)
      problems += await countErrors(db.sql, incident)
    } catch (error) {
      // Without a database there is nothing to go on with.
      await db.pool.query('select 1')
      failed.push({ incident, message: error instanceof Error ? error.message : String(error) })
    }
    told(index + 1, incidents.length)
  }
  return { incidents: incidents.length - failed.length, payloads, problems, failed }
}
