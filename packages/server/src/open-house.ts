import { PAGE_DESTINATIONS } from '@blamefree/adapters'
import type { PageDestination } from '@blamefree/core'
import { resolve } from 'node:path'
import type { House } from './house.ts'
import { archiveOnPublication } from './archive/on-publication.ts'
import { openIntake } from './intake/intake.ts'
import { readingProcesses } from './intake/reading-processes.ts'
import { ALL_JOBS } from './jobs/all-jobs.ts'
import { openJobs } from './jobs/jobs.ts'
import { openLog, type Log } from './log.ts'
import { openMeasures } from './measures.ts'
import { openAuthentication } from './people/authentication.ts'
import { publishOnPublication } from './pages/on-publication.ts'
import { openMail } from './people/mail.ts'
import { openSignIn } from './people/sign-in.ts'
import { openRooms } from './rooms/rooms.ts'
import { openSecrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { fanOut } from './webhooks/fan-out.ts'
import { openOutbound } from './world/outbound.ts'
import { openWorld } from './world/world.ts'
import type { Database } from './store/database.ts'
import { databaseOf } from './database-of.ts'
import { openSecretStore } from './store/secret-store.ts'
import { openOutbox } from './store/outbox.ts'
import { seedTemplates } from './store/templates.ts'

/** A house and what closes it, in the right order. */
export interface OpenHouse extends AsyncDisposable {
  readonly house: House
  /** Begins to work: our templates are there, jobs run and events are passed on from now on. Until then it can be looked into only. */
  begin(): Promise<void>
}

/** What a house may be given. */
export interface HouseMore {
  /** Other kinds of places than ours, for a test. */
  readonly pageDestinations?: readonly PageDestination[]
  /** The database, when it is being opened already. */
  readonly database?: Promise<Database>
}

/**
 * Builds the house: database, secrets, people, in the order in which they need each other, and closes it in the other direction. When a part cannot be built, those before it are closed:
 * an embedded database does not stay behind.
 */
export async function openHouse(
  settings: Settings,
  log: Log = openLog(settings.logLevel, (line) => void process.stdout.write(line)),
  { pageDestinations = PAGE_DESTINATIONS, database = databaseOf(settings, log) }: HouseMore = {},
): Promise<OpenHouse> {
  const opened = new AsyncDisposableStack()
  try {
    const house: House = { ...(await build({ settings, log, database }, opened)), pageDestinations }
    measure(house)
    return {
      house,
      async begin() {
        await Promise.all([seedTemplates(house.db), house.jobs.start(house)])
        fanOut(house)
        publishOnPublication(house)
        archiveOnPublication(house)
      },
      [Symbol.asyncDispose]: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** What has to be closed goes onto `opened` as soon as it is open. */
async function build(
  { settings, log, database }: { readonly settings: Settings; readonly log: Log; readonly database: Promise<Database> },
  opened: AsyncDisposableStack,
): Promise<Omit<House, 'pageDestinations'>> {
  const closing = <Part extends { close(): unknown }>(part: Part): Part => opened.adopt(part, async (open) => void (await open.close()))
  const db = closing(await database)
  const secrets = openSecrets(settings.secretKey, db.folder ?? resolve(settings.dataDir))
  const publicUrl = settings.publicUrl ?? `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`
  const signIn = closing(openSignIn(db, settings, { publicUrl, secret: secrets.derive('sign-in') }))
  const authentication = openAuthentication(db, (headers, renew) => signIn.session(headers, renew))
  const mail = closing(openMail(settings, log))
  const intake = closing(openIntake(db, { processes: settings.readingProcesses ?? readingProcesses() }))
  const jobs = closing(openJobs(db, log, { kinds: ALL_JOBS }))
  const outbox = closing(openOutbox(db, { log }))
  const rooms = closing(openRooms({ db, log, authentication, outbox, publicUrl }))
  const outbound = openOutbound(settings.allowPrivate)
  return {
    settings,
    publicUrl,
    db,
    secrets,
    log,
    measures: openMeasures(),
    authentication,
    signIn,
    mail,
    outbox,
    jobs,
    secretStore: openSecretStore(db, secrets),
    outbound,
    world: (signal) => openWorld(outbound, signal),
    intake,
    rooms,
  }
}

/** What the house's parts measure. */
function measure({ measures, db, jobs, outbox, rooms }: House): void {
  measures.gauge('blamefree_database_connections', 'Connections of this process to the database, by state; `waiting` are requests for one.', () => [
    { labels: { state: 'open' }, value: db.pool.totalCount },
    { labels: { state: 'idle' }, value: db.pool.idleCount },
    { labels: { state: 'waiting' }, value: db.pool.waitingCount },
  ])
  measures.gauge('blamefree_jobs', 'Jobs by kind and state, over all processes.', async () =>
    (await jobs.counts()).flatMap(({ name: kind, waiting, running, failed }) =>
      Object.entries({ waiting, running, failed }).map(([state, value]) => ({ labels: { kind, state }, value })),
    ),
  )
  measures.gauge('blamefree_rooms', 'Texts that people edit together in this process, their connections, and updates that wait for the log.', () =>
    Object.entries(rooms.figures()).map(([state, value]) => ({ labels: { state }, value })),
  )
  measures.gauge('blamefree_outbox_position', 'The id of the last event that this process has heard of.', () => outbox.position())
}
