// Every table, as the migrations make them. Made by `npm run tables`; a test holds it against the database. Edit the migrations, not this.
import type { Configuration, Document, Instant, Link, Origin, Person, Problem, Reading, TimelineEvent } from '@blamefree/core'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { StoredEvent, StoredFacts } from './stored.ts'

/** timestamptz: read as an instant, written as anything that PostgreSQL reads. */
type Moment = ColumnType<Instant, string, string>
type DefaultMoment = ColumnType<Instant, string | undefined, string>
type NullableMoment = ColumnType<Instant | null, string | null | undefined, string | null>
/** jsonb: read as what it is, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
type DefaultJson<T> = ColumnType<T, string | undefined, string>
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** Every table by its name. */
export interface Tables {
  api_key: ApiKeyTable
  archive: ArchiveTable
  artifact: ArtifactTable
  asset: AssetTable
  audit: AuditTable
  auth_account: AuthAccountTable
  auth_session: AuthSessionTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  comment: CommentTable
  comment_thread: CommentThreadTable
  configuration: ConfigurationTable
  connection: ConnectionTable
  correction: CorrectionTable
  event: EventTable
  finding: FindingTable
  follow_up: FollowUpTable
  idempotency: IdempotencyTable
  inbound_address: InboundAddressTable
  incident: IncidentTable
  incident_access: IncidentAccessTable
  incident_key: IncidentKeyTable
  incident_person: IncidentPersonTable
  incident_raw: IncidentRawTable
  intake: IntakeTable
  invitation: InvitationTable
  job_progress: JobProgressTable
  look: LookTable
  member: MemberTable
  migration: MigrationTable
  outbox: OutboxTable
  outbox_reader: OutboxReaderTable
  page: PageTable
  password_reset: PasswordResetTable
  place_rule: PlaceRuleTable
  post_mortem: PostMortemTable
  post_mortem_version: PostMortemVersionTable
  raw: RawTable
  raw_chunk: RawChunkTable
  reminder: ReminderTable
  review: ReviewTable
  room_client: RoomClientTable
  room_state: RoomStateTable
  room_update: RoomUpdateTable
  saved_view: SavedViewTable
  secret: SecretTable
  share_link: ShareLinkTable
  sign_in_attempt: SignInAttemptTable
  template: TemplateTable
  template_version: TemplateVersionTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}

export interface ApiKeyTable {
  id: string
  name: string
  prefix: string
  token_hash: Buffer
  scopes: string[]
  member_id: string
  created_at: DefaultMoment
  expires_at: NullableMoment
  last_used_at: NullableMoment
  revoked_at: NullableMoment
}

export interface ArchiveTable {
  id: number
  connection_id: string | null
  branch: string
  folder: string
  often: string
  confirmed: NullableJson<unknown>
  changed_at: DefaultMoment
  state: Generated<string>
  sentence: string | null
  notice: string | null
  version: string | null
  sum: string | null
  counts: NullableJson<unknown>
  tried_at: NullableMoment
  kept_at: NullableMoment
  made_at: NullableMoment
}

export interface ArtifactTable {
  id: string
  post_mortem_id: string
  version: number | null
  destination: string
  options: Json<unknown>
  state: string
  name: string | null
  media_type: string | null
  bytes: Buffer | null
  losses: DefaultJson<unknown>
  problems: DefaultJson<unknown>
  error: string | null
  made_by: string | null
  created_at: DefaultMoment
  finished_at: NullableMoment
}

export interface AssetTable {
  incident_id: string
  id: string
  name: string
  media_type: string
  bytes: Buffer
  made_by: string | null
  created_at: DefaultMoment
}

export interface AuditTable {
  id: GeneratedAlways<number>
  at: DefaultMoment
  actor: string | null
  actor_name: string | null
  via: string
  action: string
  incident_id: string | null
  subject: string | null
  before: NullableJson<unknown>
  after: NullableJson<unknown>
  address: string | null
}

export interface AuthAccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: NullableMoment
  refreshTokenExpiresAt: NullableMoment
  scope: string | null
  password: string | null
  createdAt: DefaultMoment
  updatedAt: DefaultMoment
}

export interface AuthSessionTable {
  id: string
  expiresAt: Moment
  token: string
  createdAt: DefaultMoment
  updatedAt: DefaultMoment
  ipAddress: string | null
  userAgent: string | null
  userId: string
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: DefaultMoment
  updatedAt: DefaultMoment
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: Moment
  createdAt: DefaultMoment
  updatedAt: DefaultMoment
}

export interface CommentTable {
  id: string
  thread_id: string
  text: string
  mentions: Generated<string[]>
  made_by: string
  made_at: DefaultMoment
  edited_at: NullableMoment
  deleted_at: NullableMoment
}

export interface CommentThreadTable {
  id: string
  post_mortem_id: string
  anchor: NullableJson<unknown>
  quote: string | null
  section: string | null
  created_by: string
  created_at: DefaultMoment
  resolved_by: string | null
  resolved_at: NullableMoment
}

export interface ConfigurationTable {
  id: number
  revision: number
  value: Json<Configuration>
  updated_at: DefaultMoment
  updated_by: string | null
}

export interface ConnectionTable {
  id: string
  destination: string
  name: string
  settings: DefaultJson<unknown>
  audience: Generated<string>
  works: boolean | null
  place: string | null
  seen_by: NullableJson<unknown>
  checked_at: NullableMoment
  created_by: string
  created_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface CorrectionTable {
  incident_id: string
  id: string
  path: string
  value: NullableJson<unknown>
  before: NullableJson<unknown>
  made_by: string
  made_at: DefaultMoment
  undone_by: string | null
  undone_at: NullableMoment
}

export interface EventTable {
  incident_id: string
  id: string
  at: Moment
  position: number
  kind: string
  text: string
  actor: string | null
  thread: string | null
  level: string
  rule: string | null
  value: Json<StoredEvent>
  original: NullableJson<Partial<TimelineEvent>>
  edited_by: string | null
  edited_at: NullableMoment
  search: GeneratedAlways<string | null>
  made_by: string | null
}

export interface FindingTable {
  incident_id: string
  post_mortem_id: string
  position: number
  kind: string
  category: string | null
  text: string
  search: GeneratedAlways<string | null>
}

export interface FollowUpTable {
  id: string
  incident_id: string
  ref: string
  revision: Generated<number>
  text: string
  owner_id: string | null
  owner_name: string | null
  due: string | null
  priority: string | null
  outcome: string
  reason: string | null
  ticket: NullableJson<Link>
  basis: string
  key: Generated<boolean>
  origin: Json<Origin>
  touched_by: string | null
  created_at: DefaultMoment
  updated_at: DefaultMoment
  removed_at: NullableMoment
  search: GeneratedAlways<string | null>
}

export interface IdempotencyTable {
  member_id: string
  key: string
  request_hash: Buffer
  status: number | null
  headers: NullableJson<unknown>
  created_at: DefaultMoment
  owner: string | null
  done: Generated<boolean>
  claimed_at: DefaultMoment
  sealed_body: Buffer | null
}

export interface InboundAddressTable {
  id: string
  source: string
  name: string
  token_hash: Buffer
  sealed_secret: Buffer | null
  private: Generated<boolean>
  created_by: string
  created_at: DefaultMoment
  revoked_at: NullableMoment
  last_received_at: NullableMoment
  incident_id: string | null
}

export interface IncidentTable {
  id: string
  slug: string
  revision: Generated<number>
  title: string
  type: string | null
  severity: string | null
  status: string | null
  services: Generated<string[]>
  impact_started_at: NullableMoment
  reported_at: NullableMoment
  identified_at: NullableMoment
  fixed_at: NullableMoment
  closed_at: NullableMoment
  happened_at: Moment
  private: Generated<boolean>
  lead: string | null
  facts: Json<StoredFacts>
  problems: DefaultJson<readonly Problem[]>
  created_at: DefaultMoment
  created_by: string | null
  updated_at: DefaultMoment
  deleted_at: NullableMoment
  search: GeneratedAlways<string | null>
}

export interface IncidentAccessTable {
  incident_id: string
  member_id: string
  granted_by: string | null
  granted_at: DefaultMoment
}

export interface IncidentKeyTable {
  key: string
  incident_id: string
  made_at: DefaultMoment
}

export interface IncidentPersonTable {
  incident_id: string
  id: string
  name: string
  handle: string | null
  email: string | null
  bot: boolean
  member_id: string | null
  value: Json<Person>
}

export interface IncidentRawTable {
  incident_id: string
  id: string
  hash: Buffer
  position: number
  name: string
  path: string | null
  source: string
  options: DefaultJson<unknown>
  reading: NullableJson<Reading>
  reader: string
  received_at: DefaultMoment
  received_by: string | null
}

export interface IntakeTable {
  id: string
  state: string
  incident_id: string | null
  request: Json<unknown>
  progress: DefaultJson<unknown>
  result: NullableJson<unknown>
  error: NullableJson<unknown>
  made_by: string | null
  created_at: DefaultMoment
  finished_at: NullableMoment
}

export interface InvitationTable {
  id: string
  email: string
  role: string
  token_hash: Buffer
  invited_by: string | null
  created_at: DefaultMoment
  expires_at: Moment
  accepted_at: NullableMoment
  revoked_at: NullableMoment
}

export interface JobProgressTable {
  job_id: string
  progress: Json<unknown>
  updated_at: DefaultMoment
}

export interface LookTable {
  destination: string
  name: string
  bytes: Buffer
  updated_at: DefaultMoment
  updated_by: string | null
}

export interface MemberTable {
  id: string
  name: string
  email: string
  role: string
  zone: string | null
  created_at: DefaultMoment
  disabled_at: NullableMoment
}

export interface MigrationTable {
  name: string
  hash: string
  at: DefaultMoment
}

export interface OutboxTable {
  id: GeneratedAlways<number>
  at: DefaultMoment
  kind: string
  incident_id: string | null
  post_mortem_id: string | null
  data: DefaultJson<unknown>
  xmin_at: Generated<number>
  member_id: string | null
}

export interface OutboxReaderTable {
  name: string
  position: number
  updated_at: DefaultMoment
}

export interface PageTable {
  id: string
  post_mortem_id: string
  destination: string
  written: NullableJson<unknown>
  state: string
  updated_at: DefaultMoment
  connection_id: string
  marker: string
  intended: string | null
  sentence: string | null
  found: DefaultJson<unknown>
  choice: NullableJson<unknown>
  revision: number | null
  facts_revision: number | null
  published_by: string | null
  published_at: NullableMoment
  looked_at: NullableMoment
  confirmed: NullableJson<unknown>
  created_at: DefaultMoment
}

export interface PasswordResetTable {
  id: string
  member_id: string
  token_hash: Buffer
  made_by: string | null
  created_at: DefaultMoment
  expires_at: Moment
  used_at: NullableMoment
}

export interface PlaceRuleTable {
  position: number
  connection_id: string
  severities: Generated<string[]>
  types: Generated<string[]>
  services: Generated<string[]>
}

export interface PostMortemTable {
  id: string
  incident_id: string
  template_id: string | null
  template_version: number | null
  revision: Generated<number>
  title: string
  status: string
  document: Json<Document>
  plain: string
  author: string | null
  created_at: DefaultMoment
  updated_at: DefaultMoment
  published_at: NullableMoment
  published_by: string | null
  deleted_at: NullableMoment
  search: GeneratedAlways<string | null>
  facts_revision: Generated<number>
  writers: Generated<string[]>
  writing_since: NullableMoment
  to_write: number | null
}

export interface PostMortemVersionTable {
  post_mortem_id: string
  version: number
  status: string
  title: string
  document: Json<Document>
  note: string | null
  made_by: string | null
  made_at: DefaultMoment
  reason: Generated<string>
  name: string | null
  authors: Generated<string[]>
}

export interface RawTable {
  hash: Buffer
  size: number
  compression: string
  created_at: DefaultMoment
  arriving_since: NullableMoment
}

export interface RawChunkTable {
  hash: Buffer
  seq: number
  bytes: Buffer
}

export interface ReminderTable {
  member_id: string
  day: string
  sent_at: DefaultMoment
}

export interface ReviewTable {
  post_mortem_id: string
  member_id: string
  state: string
  note: string | null
  requested_by: string | null
  requested_at: DefaultMoment
  answered_at: NullableMoment
  revision: number | null
}

export interface RoomClientTable {
  post_mortem_id: string
  client: number
  member_id: string
  at: DefaultMoment
}

export interface RoomStateTable {
  post_mortem_id: string
  schema_version: number
  state: Buffer
  updated_at: DefaultMoment
  generation: Generated<number>
}

export interface RoomUpdateTable {
  seq: GeneratedAlways<number>
  post_mortem_id: string
  data: Buffer
  actor: string | null
  at: DefaultMoment
  remark: Generated<boolean>
}

export interface SavedViewTable {
  id: string
  member_id: string
  list: string
  name: string
  query: string
  created_at: DefaultMoment
}

export interface SecretTable {
  name: string
  sealed: Buffer
  updated_at: DefaultMoment
  updated_by: string | null
}

export interface ShareLinkTable {
  id: string
  post_mortem_id: string
  token_hash: Buffer
  audience: string
  created_by: string
  created_at: DefaultMoment
  expires_at: NullableMoment
  revoked_at: NullableMoment
}

export interface SignInAttemptTable {
  key: string
  failures: number
  last_at: Moment
}

export interface TemplateTable {
  id: string
  slug: string
  title: string
  built_in: Generated<boolean>
  conditions: DefaultJson<unknown>
  position: Generated<number>
  current_version: number
  created_at: DefaultMoment
  archived_at: NullableMoment
  description: Generated<string>
}

export interface TemplateVersionTable {
  template_id: string
  version: number
  text: string
  note: string | null
  made_by: string | null
  made_at: DefaultMoment
}

export interface WebhookTable {
  id: string
  name: string
  url: string
  kinds: string[]
  sealed_secret: Buffer
  enabled: Generated<boolean>
  includes_private: Generated<boolean>
  created_by: string
  created_at: DefaultMoment
  updated_at: DefaultMoment
  disabled_because: string | null
}

export interface WebhookDeliveryTable {
  id: string
  webhook_id: string
  outbox_id: number
  kind: string
  body: string
  state: string
  attempts: Generated<number>
  last_status: number | null
  last_error: string | null
  created_at: DefaultMoment
  delivered_at: NullableMoment
  incident_id: string | null
  last_attempt_at: NullableMoment
}
