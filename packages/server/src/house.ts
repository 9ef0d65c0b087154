import type { PageDestination, World } from '@blamefree/core'
import type { Database } from './store/database.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { SecretStore } from './store/secret-store.ts'
import type { Outbox } from './store/outbox.ts'
import type { Intake } from './intake/intake.ts'
import type { Outbound } from './world/outbound.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Settings } from './settings.ts'
import type { Measures } from './measures.ts'
import type { Log } from './log.ts'
import type { Secrets } from './secrets.ts'
import type { Mail } from './people/mail.ts'
import type { SignIn } from './people/sign-in.ts'
import type { Authentication } from './people/authentication.ts'

/** Everything that a running server has, built by hand in `open-house.ts` and passed to whoever needs a part of it. */
export interface House {
  readonly settings: Settings
  /** The address that people open, without a slash at the end. */
  readonly publicUrl: string
  readonly db: Database
  readonly secrets: Secrets
  readonly log: Log
  /** What the process measures of itself. */
  readonly measures: Measures
  readonly authentication: Authentication
  readonly signIn: SignIn
  readonly mail: Mail
  /** What happened, in order: for streams, webhooks and whoever else follows. */
  readonly outbox: Outbox
  /** Where records come in. */
  readonly intake: Intake
  readonly jobs: Jobs
  /** Credentials of other systems, by name. */
  readonly secretStore: SecretStore
  /** The one door to the outside. */
  readonly outbound: Outbound
  /** The outside as adapters know it, through that door; it ends with the signal. */
  readonly world: (signal?: AbortSignal) => World
  /** Where post-mortems can be pages. */
  readonly pageDestinations: readonly PageDestination[]
  /** Where people write post-mortems together. */
  readonly rooms: Rooms
}
