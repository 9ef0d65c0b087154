import type { ArchivePlace, PlaceCheck } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { archiveKeeperOf } from '../archive/keep-archive.ts'
import { mayKeep } from '../archive/may-keep.ts'
import type { House } from '../house.ts'
import { configOf } from '../pages/connection-config.ts'
import { changeArchive, forgetArchived, OFTEN, readArchive, setArchive, type ArchiveRow, type ConfirmedPlace } from '../store/archive.ts'
import { recordDeed } from '../store/audit.ts'
import { findConnection, recordCheck, type Connection } from '../store/connections.ts'
import { announce } from '../store/outbox.ts'
import type { Tables } from '../store/tables.ts'
import { archiveView, ArchiveView } from './archive-view.ts'
import { Refusal } from './refusal.ts'
import { route, type Call } from './route.ts'
import { text } from './text.ts'

const ADMINISTER = { verb: 'administer', on: 'workspace' } as const
const TAG = 'Archive'
const Setting = z.object({
  connection: z.uuid().nullable().describe('A connection to a repository; null: the archive is kept nowhere.'),
  branch: text(200).default('').describe('Empty: a branch of the archive’s own.'),
  folder: text(200).default('').describe('On the branch, for the archive alone. Empty: all of the branch.'),
  often: z.enum(OFTEN).describe('`off`: only when somebody asks. `daily`: once a day. `published`: that, and after each publication.'),
  confirmAudience: z.boolean().default(false).describe('Whoever sees that repository may read everything: asked for where it is not known who does.'),
})

/** The archive of everything, kept in a Git repository. */
export function archiveRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/archive',
    id: 'readArchive',
    summary: 'Where the archive of everything is kept, how often, and how that stands',
    tag: TAG,
    policy: ADMINISTER,
    answers: { 200: ArchiveView },
    answer: async () => await archiveView(house),
  })
  route(app, house, {
    method: 'PUT',
    url: '/v1/archive',
    id: 'setArchive',
    summary: 'Say where the archive is kept, and how often',
    description:
      'The repository is asked who sees it: one that more than named people see is refused. Private incidents are in the archive only where whoever runs the server says so (ARCHIVE_PRIVATE).',
    tag: TAG,
    policy: ADMINISTER,
    body: Setting,
    answers: { 200: ArchiveView },
    answer: async (call) => await set(house, call),
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/archive/runs',
    id: 'archiveNow',
    summary: 'Keep the archive now',
    description: 'It is done beside the requests; how it ended is in `/v1/archive`, and in the job’s result. Where nothing changed there is no new commit.',
    tag: TAG,
    policy: ADMINISTER,
    answers: { 202: ArchiveView },
    async answer({ person, request, reply }) {
      await house.db.tx(async (tx) => {
        const row = await readArchive(tx)
        if (row === null || row.connection === null)
          throw new Refusal(409, 'no-place', { message: 'The archive is kept nowhere yet.', hint: 'Choose a connection first: PUT /v1/archive.' })
        await enqueue(house, tx, { row, by: person.memberId })
        await recordDeed(tx, person, { action: 'archive.ask', subject: row.connection, address: request.ip })
      })
      return await reply.code(202).send(await archiveView(house))
    },
  })
}

async function enqueue({ jobs }: House, tx: Transaction<Tables>, { row, by }: { readonly row: ArchiveRow; readonly by: string | null }): Promise<void> {
  await jobs.enqueue(tx, 'archive', { why: 'asked' }, { key: 'archive asked', by })
  await changeArchive(tx, row, { state: 'waiting', sentence: null })
  await announce(tx, { kind: 'archive.changed', data: { state: 'waiting' } })
}

async function set(house: House, { person, body, request }: Call<unknown, unknown, z.infer<typeof Setting>>): Promise<z.input<typeof ArchiveView>> {
  const connection = body.connection === null ? null : await theConnection(house, body.connection)
  const checked = connection === null ? null : await check(house, connection, body)
  const often = connection === null ? 'off' : body.often
  const confirmed = checked !== null && checked.confirmed !== null ? { ...checked.confirmed, by: person.memberId } : null
  const place = checked?.place ?? { branch: body.branch, folder: body.folder }
  await house.db.tx(async (tx) => {
    const before = await readArchive(tx)
    const row = await setArchive(tx, { connection: connection?.id ?? null, ...place, often, confirmed })
    const moved = before === null || before.connection !== row.connection || before.branch !== row.branch || before.folder !== row.folder
    if (moved) await forgetArchived(tx)
    await recordDeed(tx, person, {
      action: 'archive.set',
      ...(row.connection === null ? {} : { subject: row.connection }),
      ...(before === null ? {} : { before: shown(before) }),
      after: { ...shown(row), ...(confirmed === null ? {} : { confirmed: confirmed.level }) },
      address: request.ip,
    })
    if (moved && often !== 'off') await enqueue(house, tx, { row, by: person.memberId })
    else await announce(tx, { kind: 'archive.changed', data: { state: row.state } })
  })
  return await archiveView(house)
}

const shown = ({ connection, branch, folder, often }: ArchiveRow): Readonly<Record<string, unknown>> => ({ connection, branch, folder, often })

async function theConnection({ db }: House, id: string): Promise<Connection> {
  const found = await findConnection(db.sql, id)
  if (found !== null) return found
  throw new Refusal(422, 'no-connection', { message: 'There is no such connection.', hint: 'GET /v1/connections lists them.' })
}

/** Asks the repository whether it works and who sees it. Throws where not, where too many do, and where somebody has to confirm it first. */
async function check(
  house: House,
  connection: Connection,
  { branch, folder, confirmAudience }: z.infer<typeof Setting>,
): Promise<{ readonly place: ArchivePlace; readonly confirmed: Omit<ConfirmedPlace, 'by'> | null }> {
  const { destination, config } = await configOf(house, connection)
  const keeper = archiveKeeperOf(destination)
  const place = keeper.place({ branch, folder })
  const found: PlaceCheck = await destination.check(config, house.world())
  await recordCheck(house.db.sql, connection, found)
  const wrong = found.findings.find(({ ok }) => !ok)
  if (!found.works)
    throw new Refusal(422, 'not-working', { message: wrong?.sentence ?? `${connection.name} does not work.`, hint: 'Put the connection right first.' })
  const { where, audience: seenBy } = found
  const { answer, sentence, hint } = mayKeep({ place: keeper.origin(config), seenBy })
  if (answer === 'no') throw new Refusal(409, 'too-open', { message: sentence ?? '', hint, where, seenBy })
  if (answer === 'confirm' && !confirmAudience)
    throw new Refusal(409, 'confirm-audience', { message: sentence ?? '', hint: 'Send it again with confirmAudience: true.', where, seenBy })
  return { place, confirmed: answer === 'confirm' ? { level: seenBy.level, where } : null }
}
