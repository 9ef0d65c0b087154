import { SOURCES } from '@blamefree/adapters'
import { BlamefreeError, type Configuration, type Part, type Problem, type Reading } from '@blamefree/core'
import type { Kysely, Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/identity.ts'
import { isClaimed } from '../store/idempotency.ts'
import { foreknow, incidentOfKeys, keepKeys, lockKeys, type Foreknown, type IdentityKey } from '../store/incident-key.ts'
import { rewriteIncident, type Understood, type WrittenIncident } from '../store/incident-writer.ts'
import { storable } from '../store/json-text.ts'
import { insertIncident, isOneStatement, type NewIncident } from '../store/new-incident.ts'
import { announce } from '../store/outbox.ts'
import { smallRaw, type SmallRaw } from '../store/raw-store.ts'
import { insertRecords, loadReadings, recordKey } from '../store/records.ts'
import type { Tables } from '../store/tables.ts'
import { identityKeys, type ReadPayload } from './identity-keys.ts'
import { fileHash, keepFile } from './keep-file.ts'
import { isKept, saidOf, type IntakeOptions, type Payload } from './payload.ts'
import type { Turn } from './fair-queue.ts'
import { openReader, turnOf, type Reader, type ReaderLimits } from './reader.ts'
import { openTurns } from './turns.ts'
import { loadSaid, NOTHING_SAID, understandAnew } from './understand-anew.ts'

/** Records that somebody hands in. */
export interface Delivery {
  readonly person: Principal
  readonly payloads: readonly Payload[]
  readonly options?: IntakeOptions
  /** What was read in the payloads already, in their order. */
  readonly readings?: readonly Reading[]
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

export function openIntake(db: Database, limits?: Partial<ReaderLimits>): Intake {
  const reader = openReader(limits)
  const turns = openTurns()
  const readAll = async (delivery: Delivery, told?: (read: number) => Promise<void>): Promise<Read> => {
    const options = delivery.options ?? {}
    checkSources(options)
    // A job waits for its turn, however many wait; whoever asks and waits for the answer is told to come again.
    const turn = { ...turnOf(delivery.person), patient: told !== undefined }
    const read: Read['read'][number][] = []
    for (const [index, payload] of delivery.payloads.entries()) {
      read.push(await readPayload(delivery.readings?.[index] ?? reader, payload, { options, turn }))
      await told?.(read.length)
    }
    const keys = delivery.into === undefined ? identityKeys(read, options, delivery.person.memberId) : []
    return { delivery, read, keys, options }
  }
  return {
    reader,
    check: checkSources,
    async receive(delivery) {
      const all = await readAll(delivery)
      return await turns.take(
        all.keys.map(({ key }) => key),
        async () => await receiveRead(db, all),
      )
    },
    async prepare(delivery, told = () => Promise.resolve()) {
      const all = await readAll(delivery, told)
      const { same, configuration } = await foreknown(db, all)
      return async (tx) => (same === null ? await write(tx, { ...all, configuration }) : known(same, all.read))
    },
    close: () => reader.close(),
  }
}

async function receiveRead(db: Database, all: Read): Promise<Receipt> {
  const { same, taken, configuration } = await foreknown(db, all)
  if (same !== null) return known(same, all.read)
  const writing = { ...all, configuration }
  if (all.delivery.into === undefined && !taken && !isClaimed()) {
    const made = newIncident(writing, { id: newId(), fresh: all.read, keys: all.keys })
    const raws = smallRaws(all.read)
    try {
      if (raws !== null && isOneStatement(made)) return created(writing, made, await insertIncident(db.sql, { ...made, raws }))
    } catch (error) {
      if (!isLost(error)) throw error
    }
  }
  for (let tries = 1; ; tries++) {
    try {
      return await db.tx(async (tx) => await write(tx, writing))
    } catch (error) {
      // Each that loses a name has lost it to one that has it now, so that it goes on. Inside of somebody's transaction nothing can be tried again.
      if (!isLost(error) || isClaimed() || tries === MOST_TRIES) throw error
    }
  }
}

/** How often a name is looked for anew, when many incidents of one name come at once. */
const MOST_TRIES = 20

/** Somebody else was quicker: a key or a name is taken, or two waited for each other. Under the lock it is decided anew. */
const isLost = (error: unknown): boolean => ['23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '')

const foreknown = async (db: Database, { delivery, keys }: Read): Promise<Foreknown> =>
  await foreknow(db.sql, delivery.person, { uploads: keys.filter(({ key }) => key.startsWith('upload:')), keys })

const known = (incident: WrittenIncident, read: Read['read']): Receipt => ({ incident, outcome: 'known', readings: read.map(summaryOf), understood: null })

function checkSources({ source, sources = {} }: IntakeOptions): void {
  const known = SOURCES.map(({ id }) => id)
  const wrong = [source, ...Object.values(sources)].find((id) => id !== undefined && !known.includes(id))
  if (wrong !== undefined)
    throw new BlamefreeError('read/unknown-source', `There is no source ${JSON.stringify(wrong.slice(0, 80))}.`, `Known: ${known.join(', ')}.`)
}

/** A payload read, and its reading made such that it can be kept. `by`: what reads it, or what was read already. */
export async function readPayload(
  by: Reader | Reading,
  payload: Payload,
  { options, turn }: { readonly options: IntakeOptions; readonly turn: Turn },
): Promise<ReadPayload & { readonly text: string }> {
  const { value, text } = storable('read' in by ? await by.read(payload, options, turn) : by)
  return { payload, reading: value, text, hashes: payload.files.map(fileHash) }
}

/** A delivery with what was read in it. */
interface Read {
  readonly delivery: Delivery
  readonly read: readonly (ReadPayload & { readonly text: string })[]
  readonly keys: readonly IdentityKey[]
  readonly options: IntakeOptions
}

interface Writing extends Read {
  readonly configuration: Configuration
}

async function write(tx: Transaction<Tables>, writing: Writing): Promise<Receipt> {
  const { delivery, read, keys, options } = writing
  if (keys.length > 0) await lockKeys(tx, keys)
  const id = delivery.into ?? (await incidentOfKeys(tx, delivery.person, keys))
  const before = id === null ? NOTHING_BEFORE : await lockedReadings(tx, id)
  const fresh = read.filter((one) => !before.known.has(keyOf(one, options)))
  if (id !== null && fresh.length === 0) return known(await asItStands(tx, id), read)
  for (const { payload, hashes } of fresh) for (const [index, file] of payload.files.entries()) await keepFile(tx, file, hashes[index] ?? fileHash(file))
  if (id !== null) return await update(tx, writing, { id, before, fresh })
  const made = newIncident(writing, { id: newId(), fresh, keys: [] })
  const incident = await insertIncident(tx, made)
  await keepKeys(tx, made.id, keys)
  return created(writing, made, incident)
}

const NOTHING_BEFORE: Awaited<ReturnType<typeof lockedReadings>> = { readings: [], next: 0, known: new Set<string>() }

/** A new incident of what was read. */
function newIncident(
  { delivery, options, configuration }: Writing,
  { id, fresh, keys }: { readonly id: string; readonly fresh: Read['read']; readonly keys: readonly IdentityKey[] },
): NewIncident {
  const { person, said = [], address = null } = delivery
  const hidden = delivery.private === true
  const origin = { source: 'person', ref: id, url: null, label: `Said by ${person.name}` }
  const words = { ...NOTHING_SAID, corrections: said.map(({ path, value }) => ({ path, value, origin })) }
  const readings = fresh.map(({ reading }) => reading)
  return {
    id,
    person,
    address,
    understood: understandAnew(readings, words, configuration),
    private: hidden,
    named: hidden ? [...(person.memberId === null ? [] : [person.memberId]), ...(delivery.named ?? [])] : [],
    said: said.map(({ path, value }) => ({ path, value, before: null })),
    records: fresh.map((one) => recordOf(one, options)),
    raws: [],
    keys: keys.map(({ key }) => key),
  }
}

const created = ({ read }: Writing, { understood }: NewIncident, incident: WrittenIncident): Receipt => ({
  incident,
  outcome: 'created',
  readings: read.map(summaryOf),
  understood,
})

/** The files of payloads, where each is small enough to be written with the incident. */
function smallRaws(read: Read['read']): SmallRaw[] | null {
  const raws = read.flatMap(({ payload, hashes }) =>
    payload.files.map((file, index) => (isKept(file) ? null : smallRaw(file.bytes, hashes[index] ?? fileHash(file)))),
  )
  return raws.every((raw) => raw !== null) && raws.length <= MOST_SMALL ? raws : null
}

const MOST_SMALL = 50

/** Puts what is new into an incident that is there. */
async function update(
  tx: Transaction<Tables>,
  { delivery, read, keys, configuration, options }: Writing,
  { id, before, fresh }: { readonly id: string; readonly before: Awaited<ReturnType<typeof lockedReadings>>; readonly fresh: Read['read'] },
): Promise<Receipt> {
  const { person } = delivery
  const understood = understandAnew([...before.readings, ...fresh.map(({ reading }) => reading)], await loadSaid(tx, id), configuration)
  const incident = await rewriteIncident(tx, id, understood)
  const records = fresh.map((one) => recordOf(one, options))
  await insertRecords(tx, { incident: id, from: before.next, by: person.memberId }, records)
  await keepKeys(tx, id, keys)
  await recordDeed(tx, person, {
    action: 'incident.receive',
    incident: id,
    after: { records: records.map(({ name, reading }) => ({ name, source: reading.source })) },
    ...(delivery.address === undefined ? {} : { address: delivery.address }),
  })
  await announce(tx, { kind: 'incident.changed', incident: id, data: { revision: incident.revision } })
  return { incident, outcome: 'updated', readings: read.map(summaryOf), understood }
}

/** Everything that was read before, with the incident's row locked, so that two deliveries to it come one after the other. */
async function lockedReadings(tx: Transaction<Tables>, incident: string) {
  await tx.selectFrom('incident').select('id').where('id', '=', incident).forUpdate().executeTakeFirstOrThrow()
  return await loadReadings(tx, incident)
}

async function asItStands(tx: Kysely<Tables>, id: string): Promise<WrittenIncident> {
  return await tx.selectFrom('incident').select(['id', 'slug', 'revision', 'title']).where('id', '=', id).executeTakeFirstOrThrow()
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
