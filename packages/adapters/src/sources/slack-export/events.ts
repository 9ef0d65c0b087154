import {
  DETAIL,
  cleanText,
  escapeMarkdown,
  isRecord,
  listAt,
  textAt,
  valueAt,
  webAddress,
  type Attachment,
  type Instant,
  type JsonRecord,
  type Reaction,
  type TimelineEvent,
  type What,
} from '@blamefree/core'
import type { Conversation } from './conversations.ts'
import { messageText, withoutOverrides } from './message-text.ts'
import type { Message } from './messages.ts'
import type { Names } from './mrkdwn.ts'
import type { WorkspacePeople } from './workspace-people.ts'

/** What turning a conversation's messages into events needs to know from the start. */
export interface Setting {
  /** The source's id. */
  readonly source: string
  readonly conversation: Conversation
  readonly people: WorkspacePeople
  readonly names: Names
}

/** The identity of a conversation in events' ids: Slack's id, else its name; empty for a lone file that tells neither. */
export function conversationKey({ id, name }: Pick<Conversation, 'id' | 'name'>): string {
  return id ?? name ?? ''
}

/** `C04/1668786080.000300`. */
export function refOf(key: string, ts: string): string {
  return key === '' ? ts : `${key}/${ts}`
}

/** A message as an event without what only the whole export tells: its address, and whether somebody pinned it. */
export interface Draft {
  readonly ts: string
  readonly at: Instant
  readonly actor: string | null
  /** The `ts` of the message that it answers, or null. */
  readonly root: string | null
  readonly text: string
  readonly what: What
}

/** The draft of a message's event; null for what is no event at all. */
export function draftOf({ record, ts, at }: Message, setting: Setting): Draft | null {
  const said = sayingOf(record, setting)
  if (said === null) return null
  const root = record['thread_ts']
  const inThread = typeof root === 'string' && root !== ts && TS.test(root)
  return { ts, at, actor: setting.people.author(record), root: inThread ? root : null, text: said.text, what: said.what }
}

const TS = /^\d{1,11}\.\d{1,6}$/

/** What an export tells when all of it is read. */
export interface Whole {
  /** `acme` of `acme.slack.com`, for links to messages; null when the export does not tell. */
  readonly workspace: string | null
  /** Ids (`ts`) of messages that somebody pinned. */
  readonly pinned: ReadonlySet<string>
}

/** The event of a draft, with Slack's own identity. */
export function eventOf({ ts, at, actor, root, text, what }: Draft, { source, conversation }: Setting, { workspace, pinned }: Whole): TimelineEvent {
  const key = conversationKey(conversation)
  const ref = refOf(key, ts)
  return {
    id: `${source}:${ref}`,
    at,
    text,
    actor,
    thread: root === null ? null : `${source}:${refOf(key, root)}`,
    origin: { source, ref, url: permalink(workspace, conversation.id, { ts, root }), label: labelOf(conversation) },
    what: what.kind === 'message' && !what.pinned && pinned.has(ts) ? { ...what, pinned: true } : what,
    mark: DETAIL,
  }
}

/** `Slack message in #inc-42`. */
export function labelOf({ name, id }: Pick<Conversation, 'id' | 'name'>): string {
  if (id?.startsWith('D') === true) return 'Slack direct message'
  return name === null ? 'Slack message' : `Slack message in #${name}`
}

function permalink(workspace: string | null, id: string | null, { ts, root }: Pick<Draft, 'ts' | 'root'>): string | null {
  if (workspace === null || id === null) return null
  const url = `https://${workspace}.slack.com/archives/${id}/p${ts.replace('.', '')}`
  return root === null ? url : `${url}?thread_ts=${root}&cid=${id}`
}

interface Saying {
  readonly text: string
  readonly what: What
}

/** What a message amounts to; null for what is no event at all. */
function sayingOf(record: JsonRecord, setting: Setting): Saying | null {
  const { subtype } = record
  const channel = setting.conversation.name
  switch (subtype) {
    case undefined:
      return spoken(record, setting)
    case 'channel_join':
    case 'group_join':
    case 'mpim_join':
      return { text: 'joined the channel', what: { kind: 'membership', action: 'joined', channel } }
    case 'channel_leave':
    case 'group_leave':
    case 'mpim_leave':
      return { text: 'left the channel', what: { kind: 'membership', action: 'left', channel } }
    case 'channel_topic':
    case 'group_topic':
      return changed(record, { field: 'topic', key: 'topic', from: null })
    case 'channel_purpose':
    case 'group_purpose':
      return changed(record, { field: 'purpose', key: 'purpose', from: null })
    case 'channel_name':
    case 'group_name':
      return changed(record, { field: 'channel name', key: 'name', from: textAt(record, 'old_name') })
    case 'channel_archive':
    case 'group_archive':
      return { text: 'archived the channel', what: { kind: 'action', action: 'archived' } }
    case 'channel_unarchive':
    case 'group_unarchive':
      return { text: 'unarchived the channel', what: { kind: 'action', action: 'unarchived' } }
    case 'pinned_item':
      return { text: 'pinned a message', what: { kind: 'action', action: 'pinned' } }
    case 'unpinned_item':
      return { text: 'unpinned a message', what: { kind: 'action', action: 'unpinned' } }
    case 'huddle_thread':
    case 'sh_room_created':
      return { text: huddleText(record), what: { kind: 'membership', action: 'joined', channel } }
    case 'bot_add':
    case 'bot_remove':
    case 'bot_enable':
    case 'bot_disable':
      return { text: messageText(record, setting.names), what: { kind: 'action', action: subtype.replace('_', '-') } }
    case 'message_replied':
    case 'ekm_access_denied':
      return null
    default:
      return spoken(record, setting)
  }
}

function changed(record: JsonRecord, { field, key, from }: { field: string; key: string; from: string | null }): Saying {
  const to = cleanText(withoutOverrides(textAt(record, key) ?? '')).trim()
  const text = to === '' ? `cleared the ${field}` : `set the ${field}: ${escapeMarkdown(to)}`
  return {
    text,
    what: { kind: 'change', field: key === 'name' ? 'channel-name' : field, from: from === null ? null : cleanText(from), to: to === '' ? null : to },
  }
}

function huddleText(record: JsonRecord): string {
  const count = new Set(listAt(record, 'room', 'participant_history').filter((id) => typeof id === 'string')).size
  return count === 0 ? 'started a huddle' : `started a huddle (${count} ${count === 1 ? 'person' : 'people'})`
}

function spoken(record: JsonRecord, { conversation, people, names }: Setting): Saying {
  const { subtype, reactions, edited } = record
  const pinnedTo = record['pinned_to']
  const user = record['user']
  const text = messageText(record, names)
  const attachments = attachmentsOf(record)
  return {
    text: text === '' && attachments.length === 0 ? '(no text)' : text,
    what: {
      kind: 'message',
      channel: conversation.name,
      bot: subtype === 'bot_message' || isText(record['bot_id']) || (typeof user === 'string' && people.isBot(user)),
      pinned: (Array.isArray(pinnedTo) && pinnedTo.length > 0) || isRecord(record['pinned_info']),
      broadcast: subtype === 'thread_broadcast' || subtype === 'reply_broadcast',
      edited: isRecord(edited) || edited === true,
      reactions: Array.isArray(reactions) && reactions.length > 0 ? reactionsOf(reactions, people) : NO_REACTIONS,
      attachments,
    },
  }
}

const NO_REACTIONS: readonly Reaction[] = []
const NO_ATTACHMENTS: readonly Attachment[] = []

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function reactionsOf(reactions: readonly unknown[], people: WorkspacePeople): Reaction[] {
  const found: Reaction[] = []
  for (const reaction of reactions) {
    const name = cleanText((textAt(reaction, 'name') ?? '').split('::')[0] ?? '').slice(0, 100)
    if (name === '') continue
    const users = listAt(reaction, 'users').filter((user) => typeof user === 'string' && user.trim() !== '')
    found.push({ name, people: [...new Set(users.map((user) => people.user(String(user))))] })
  }
  return found
}

function attachmentsOf(record: JsonRecord): readonly Attachment[] {
  const files = record['files'] ?? record['file']
  if (files === undefined) return NO_ATTACHMENTS
  const list: readonly unknown[] = Array.isArray(files) ? files : [files]
  return list.filter(isRecord).map((file) => {
    const mode = valueAt(file, 'mode')
    const name = withoutOverrides(cleanText(textAt(file, 'title') ?? textAt(file, 'name') ?? '')).trim()
    // A file that is gone, or that a free workspace no longer shows, has no address.
    const gone = mode === 'tombstone' ? 'deleted file' : mode === 'hidden_by_limit' ? 'file no longer shown by Slack' : null
    const url = textAt(file, 'permalink') ?? textAt(file, 'external_url') ?? textAt(file, 'url_private')
    return {
      name: name === '' ? (gone ?? 'file') : name.slice(0, 300),
      mediaType: textAt(file, 'mimetype'),
      url: gone !== null || url === null ? null : webAddress(url),
    }
  })
}
