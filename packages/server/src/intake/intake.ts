import { SOURCES } from '@blamefree/adapters'
import { BlamefreeError, type Configuration, type Part, type Problem, type Reading } from '@blamefree/core'
import type { Kysely, Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { insertCorrections } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/identity.ts'
import { grantAccess } from '../store/incident-access.ts'
import { incidentOfKeys, keepKeys, lockKeys, type IdentityKey } from '../store/incident-key.ts'
import { writeIncident, type Understood, type WrittenIncident } from '../store/incident-writer.ts'
import { storable } from '../store/json-text.ts'
import { announce } from '../store/outbox.ts'
import { hashOf, keepRaw } from '../store/raw-store.ts'
import { insertRecords, loadReadings, recordKey } from '../store/records.ts'
import type { Tables } from '../store/tables.ts'
import { identityKeys, type ReadPayload } from './identity-keys.ts'
import { saidOf, type IntakeOptions, type Payload } from './payload.ts'
import { openReader, type Reader, type ReaderLimits } from './reader.ts'
import { loadSaid, NOTHING_SAID, understandAnew, type Said } from './understand-anew.ts'

/** Records that somebody hands in. */
export interface Delivery {
  readonly person: Principal
  readonly payloads: readonly Payload[]
  readonly options?: IntakeOptions
  /** The incident that they belong to. Left out: one that they are known to be of, else a new one. */
  readonly into?: string
  /** Whether a new incident is for the person only, until they name others. */
  readonly private?: boolean
  /** Members who are named on a new private incident beside the person. */
  readonly named?: readonly string[]
  /** What the person says of a new incident: values by path. */
  readonly said?: readonly { readonly path: string; readonly value: unknown }[]
  /** The network address that it came from. */
  readonly address?: string
}

/** What was understood of one payload. */
export interface ReadingSummary {
  readonly name: string
  readonly source: string
  readonly events: number
  readonly people: number
  /** What of it can be chosen, where it holds more than one conversation. */
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
}

/** What became of a delivery. It is durable. */
export interface Receipt {
  readonly incident: WrittenIncident
  /** `known`: all of it was there already, and nothing was changed. */
  readonly outcome: 'created' | 'updated' | 'known'
  readonly readings: readonly ReadingSummary[]
  /** What was understood; null when nothing was changed. */
  readonly understood: Understood | null
}

/** Where records come in: kept as they came, read, understood together with what the incident holds already, and written in one transaction. */
export interface Intake {
  receive(delivery: Delivery): Promise<Receipt>
  /** Reads a delivery, and gives what writes it in a transaction; `told` hears how many of its payloads have been read. */
  prepare(delivery: Delivery, told?: (read: number) => Promise<void>): Promise<(tx: Transaction<Tables>) => Promise<Receipt>>
  /** Throws when options name a source that does not exist. */
  check(options: IntakeOptions): void
  readonly reader: Reader
  close(): Promise<void>
}

export function openIntake(db: Database, limits?: ReaderLimits): Intake {
  const reader = openReader(limits)
  const prepare: Intake['prepare'] = async (delivery, told = () => Promise.resolve()) => {
    const options = delivery.options ?? {}
    checkSources(options)
    const read: Writing['read'][number][] = []
    for (const payload of delivery.payloads) {
      read.push(await readPayload(reader, payload, options))
      await told(read.length)
    }
    const keys = delivery.into === undefined ? identityKeys(read, options, delivery.person.memberId) : []
    const uploads = keys.filter(({ key }) => key.startsWith('upload:'))
    const [known, configuration] = await Promise.all([incidentOfKeys(db, delivery.person, uploads), currentConfiguration(db.sql)])
    if (known !== null) return async (tx) => ({ incident: await asItStands(tx, known), outcome: 'known', readings: read.map(summaryOf), understood: null })
    return async (tx) => await write(tx, { delivery, read, keys, configuration, options })
  }
  return {
    reader,
    check: checkSources,
    async receive(delivery) {
      const write = await prepare(delivery)
      return await db.tx(write)
    },
    prepare,
    close: () => reader.close(),
  }
}

function checkSources({ source, sources = {} }: IntakeOptions): void {
  const known = SOURCES.map(({ id }) => id)
  const wrong = [source, ...Object.values(sources)].find((id) => id !== undefined && !known.includes(id))
  if (wrong !== undefined)
    throw new BlamefreeError('read/unknown-source', `There is no source ${JSON.stringify(wrong.slice(0, 80))}.`, `Known: ${known.join(', ')}.`)
}

/** A payload read, and its reading made such that it can be kept. */
export async function readPayload(reader: Reader, payload: Payload, options: IntakeOptions): Promise<ReadPayload & { readonly text: string }> {
  const { value, text } = storable(await reader.read(payload, options))
  return { payload, reading: value, text, hashes: payload.files.map(({ bytes }) => hashOf(bytes)) }
}

interface Writing {
  readonly delivery: Delivery
  readonly read: readonly (ReadPayload & { readonly text: string })[]
  readonly keys: readonly IdentityKey[]
  readonly configuration: Configuration
  readonly options: IntakeOptions
}

async function write(tx: Transaction<Tables>, writing: Writing): Promise<Receipt> {
  const { delivery, read, keys, configuration } = writing
  const { person } = delivery
  if (keys.length > 0) await lockKeys(tx, keys)
  const known = delivery.into ?? (keys.length === 0 ? null : await incidentOfKeys(tx, person, keys))
  const id = known ?? newId()
  const before = known === null ? { readings: [], next: 0, known: new Set<string>() } : await lockedReadings(tx, known)
  const fresh = read.filter((one) => !before.known.has(keyOf(one, writing.options)))
  if (known !== null && fresh.length === 0) {
    return { incident: await asItStands(tx, known), outcome: 'known', readings: read.map(summaryOf), understood: null }
  }
  for (const { payload, hashes } of fresh) for (const [index, { bytes }] of payload.files.entries()) await keepRaw(tx, bytes, hashes[index] ?? hashOf(bytes))
  const said = await saidOver(tx, { delivery, id, known })
  const understood = understandAnew([...before.readings, ...fresh.map(({ reading }) => reading)], said, configuration)
  const named = delivery.private === true ? [...(person.memberId === null ? [] : [person.memberId]), ...(delivery.named ?? [])] : []
  const incident = await writeIncident(tx, { id, fresh: known === null, private: delivery.private === true, by: person.memberId }, understood)
  await insertRecords(
    tx,
    { incident: id, from: before.next, by: person.memberId },
    fresh.map((one) => recordOf(one, writing.options)),
  )
  if (known === null) {
    await insertSaid(tx, { delivery, id })
    await grantAccess(tx, { incident: id, by: person.memberId }, named)
  }
  await keepKeys(tx, id, keys)
  const names = fresh.map(({ payload, reading }) => ({ name: payload.name, source: reading.source }))
  await recordDeed(tx, person, {
    action: known === null ? 'incident.create' : 'incident.receive',
    incident: id,
    after: { records: names },
    ...(delivery.address === undefined ? {} : { address: delivery.address }),
  })
  await announce(tx, { kind: known === null ? 'incident.created' : 'incident.changed', incident: id, data: { revision: incident.revision } })
  return { incident, outcome: known === null ? 'created' : 'updated', readings: read.map(summaryOf), understood }
}

/** Everything that was read before, with the incident's row locked, so that two deliveries to it come one after the other. */
async function lockedReadings(tx: Transaction<Tables>, incident: string) {
  await tx.selectFrom('incident').select('id').where('id', '=', incident).forUpdate().executeTakeFirstOrThrow()
  return await loadReadings(tx, incident)
}

async function asItStands(tx: Kysely<Tables>, id: string): Promise<WrittenIncident> {
  return await tx.selectFrom('incident').select(['id', 'slug', 'revision', 'title']).where('id', '=', id).executeTakeFirstOrThrow()
}

async function saidOver(tx: Transaction<Tables>, { delivery, id, known }: { delivery: Delivery; id: string; known: string | null }): Promise<Said> {
  if (known !== null) return await loadSaid(tx, known)
  const origin = { source: 'person', ref: id, url: null, label: `Said by ${delivery.person.name}` }
  return { ...NOTHING_SAID, corrections: (delivery.said ?? []).map(({ path, value }) => ({ path, value, origin })) }
}

async function insertSaid(tx: Transaction<Tables>, { delivery, id }: { delivery: Delivery; id: string }): Promise<void> {
  const by = delivery.person.memberId ?? delivery.person.name
  await insertCorrections(
    tx,
    { incident: id, by },
    (delivery.said ?? []).map(({ path, value }) => ({ path, value, before: null })),
  )
}

const keyOf = ({ payload, hashes }: ReadPayload, options: IntakeOptions): string =>
  recordKey({ hash: hashes[0] ?? Buffer.alloc(0), path: payload.files[0]?.path ?? '', options: optionsFor(payload, options) })

/** The options of one payload, as they are kept with it. */
export function optionsFor(payload: Payload, options: IntakeOptions): IntakeOptions {
  const { source, read } = saidOf(payload, options)
  return source === undefined ? read : { ...read, source }
}

function recordOf({ payload, reading, text, hashes }: ReadPayload & { text: string }, options: IntakeOptions) {
  const files = payload.files.map(({ path }, index) => ({ path, hash: hashes[index] ?? Buffer.alloc(0) }))
  return { files, name: payload.name, options: optionsFor(payload, options), reading, readingText: text }
}

export function summaryOf({ payload, reading }: { readonly payload: Payload; readonly reading: Reading }): ReadingSummary {
  const { source, events, people, parts, problems } = reading
  return { name: payload.name, source, events: events.length, people: people.length, parts, problems }
}
