/** A table's rows as a file of the export. */
export interface Part {
  readonly table: string
  readonly file: string
  /** SQL: which rows, by `$1`, the thing that the folder is of; without it, all. */
  readonly where?: string
  /** SQL: in which order, the same for the same rows. */
  readonly order: string
  /** Columns that are in files of their own beside. */
  readonly without?: readonly string[]
  /** Columns that say when somebody last looked: they are not exported, so that an export changes only when something did. An import leaves them as they are by themselves. */
  readonly passing?: readonly string[]
}

/** Files ending in `.jsonl` have a row a line, for tables that grow; `.json` is a list that people can read. */
export const WORKSPACE_PARTS = {
  members: { table: 'member', file: 'members.json', order: 't.created_at, t.id' },
  configuration: { table: 'configuration', file: 'configuration.json', order: 't.id' },
  looks: { table: 'look', file: 'looks.json', order: 't.destination', without: ['bytes'] },
  views: { table: 'saved_view', file: 'saved-views.json', order: 't.created_at, t.id' },
  audit: { table: 'audit', file: 'audit.jsonl', order: 't.id' },
  // Their secrets have to be entered anew.
  connections: { table: 'connection', file: 'connections.json', order: 't.created_at, t.id', passing: ['checked_at'] },
  placeRules: { table: 'place_rule', file: 'place-rules.json', order: 't.position' },
} as const satisfies Readonly<Record<string, Part>>

export const TEMPLATE_PARTS = {
  template: { table: 'template', file: 'template.json', where: 't.id = $1', order: 't.id' },
  versions: { table: 'template_version', file: 'versions.json', where: 't.template_id = $1', order: 't.version', without: ['text'] },
} as const satisfies Readonly<Record<string, Part>>

const OF_INCIDENT = 't.incident_id = $1'

export const INCIDENT_PARTS = {
  incident: { table: 'incident', file: 'incident.json', where: 't.id = $1', order: 't.id' },
  access: { table: 'incident_access', file: 'access.json', where: OF_INCIDENT, order: 't.granted_at, t.member_id' },
  keys: { table: 'incident_key', file: 'keys.json', where: OF_INCIDENT, order: 't.key collate "C"' },
  people: { table: 'incident_person', file: 'people.json', where: OF_INCIDENT, order: 't.id collate "C"' },
  corrections: { table: 'correction', file: 'corrections.json', where: OF_INCIDENT, order: 't.made_at, t.id' },
  followUps: { table: 'follow_up', file: 'follow-ups.json', where: OF_INCIDENT, order: 't.created_at, t.id' },
  timeline: { table: 'event', file: 'timeline.jsonl', where: OF_INCIDENT, order: 't.at, t.position, t.id collate "C"' },
  images: { table: 'asset', file: 'images.json', where: OF_INCIDENT, order: 't.created_at, t.id', without: ['bytes'] },
  records: { table: 'incident_raw', file: 'records.jsonl', where: OF_INCIDENT, order: 't.position, t.id' },
} as const satisfies Readonly<Record<string, Part>>

const OF_POST_MORTEM = 't.post_mortem_id = $1'

export const POST_MORTEM_PARTS = {
  postMortem: { table: 'post_mortem', file: 'post-mortem.json', where: 't.id = $1', order: 't.id' },
  versions: { table: 'post_mortem_version', file: 'versions.jsonl', where: OF_POST_MORTEM, order: 't.version' },
  reviews: { table: 'review', file: 'reviews.json', where: OF_POST_MORTEM, order: 't.requested_at, t.member_id' },
  findings: { table: 'finding', file: 'findings.json', where: OF_POST_MORTEM, order: 't.position' },
  threads: { table: 'comment_thread', file: 'comment-threads.json', where: OF_POST_MORTEM, order: 't.created_at, t.id' },
  comments: {
    table: 'comment',
    file: 'comments.json',
    where: 't.thread_id in (select id from comment_thread where post_mortem_id = $1)',
    order: 't.made_at, t.id',
  },
  pages: { table: 'page', file: 'pages.json', where: OF_POST_MORTEM, order: 't.created_at, t.id', passing: ['looked_at', 'updated_at'] },
  liveText: { table: 'room_state', file: 'live-text.json', where: OF_POST_MORTEM, order: 't.post_mortem_id' },
  liveEdits: { table: 'room_update', file: 'live-edits.jsonl', where: OF_POST_MORTEM, order: 't.seq' },
  liveAuthors: { table: 'room_client', file: 'live-authors.json', where: OF_POST_MORTEM, order: 't.client' },
} as const satisfies Readonly<Record<string, Part>>

/** The payloads themselves, by their hash, are files beside the list of records. */
export const RAW_TABLES: readonly string[] = ['raw', 'raw_chunk']

const SECRET = 'has secrets, or what opens something; make new ones'
const PASSING = 'is of the running server and means nothing elsewhere'

/** What an export leaves out, and why. A table is here or in a part: a test holds every one against both. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  invitation: SECRET,
  api_key: SECRET,
  secret: SECRET,
  share_link: SECRET,
  webhook: SECRET,
  webhook_delivery: 'belongs to webhooks, which have secrets',
  inbound_address: SECRET,
  auth_user: SECRET,
  auth_session: SECRET,
  auth_account: SECRET,
  auth_verification: SECRET,
  sign_in_attempt: PASSING,
  password_reset: SECRET,
  idempotency: PASSING,
  intake: PASSING,
  outbox: PASSING,
  outbox_reader: PASSING,
  job_progress: PASSING,
  reminder: PASSING,
  archive: 'says where this workspace is kept; a copy of it must not write there by itself',
  artifact: 'is made of a post-mortem again when somebody asks',
  migration: 'is what this version of the tables has been through; workspace.json names it',
}

export const ALL_PARTS: readonly Part[] = [WORKSPACE_PARTS, TEMPLATE_PARTS, INCIDENT_PARTS, POST_MORTEM_PARTS].flatMap((parts) => Object.values(parts))
