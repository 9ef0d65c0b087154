import {
  DETAIL,
  cleanText,
  escapeMarkdown,
  decodeText,
  inferred,
  instantFromMillis,
  isRecord,
  listAt,
  newReading,
  peekJson,
  stated,
  type Fact,
  type Link,
  type Part,
  type Problem,
  type Raw,
  type Reading,
  type ReadOptions,
  type Recognition,
  type TimelineEvent,
} from '@blamefree/core'
import { isZip, openArchive } from './archive.ts'
import { chosenConversations, partsOf } from './choice.ts'
import { isExport, isMessage, readLists, type Conversation } from './conversations.ts'
import { conversationKey, eventOf, labelOf, refOf, type Draft } from './events.ts'
import { withoutOverrides } from './message-text.ts'
import { inWindow, type Window } from './messages.ts'
import { tellAll, type ToldChannel } from './tell-all.ts'
import { workspacePeople, type WorkspacePeople } from './workspace-people.ts'
import { zipEntries } from './zip-directory.ts'

const ID = 'slack-export'

/** Certain by the names in a zip or folder, or by the shape of messages in a lone file. Any other zip is possible, so that its trouble can be said. */
export function recognise(raw: Raw): Recognition {
  if (isZip(raw)) {
    const entries = zipEntries(raw.files[0]?.bytes ?? new Uint8Array())
    return entries !== null && isExport(entries.map(({ path }) => path)) ? 'certain' : 'possible'
  }
  if (raw.files.length > 1) return isExport(raw.files.map(({ path }) => path)) ? 'certain' : 'no'
  const [file] = raw.files
  if (file === undefined || file.size === 0) return 'no'
  const head = decodeText(file.bytes.subarray(0, HEAD))
  if (!/^\s*[[{]/.test(head) || !/"ts"\s*:\s*"\d{9,11}\.\d{1,6}"/.test(head)) return 'no'
  const values = peekJson(raw)
  // What is cut off cannot be parsed; then the marks in its beginning must do.
  if (values.length === 0) return /^\s*\[\s*\{/.test(head) && /"type"\s*:\s*"message"/.test(head) ? 'certain' : 'no'
  return values.some((value) => isMessage(value) || isMessage(Array.isArray(value) ? value.find(isRecord) : listAt(value, 'messages').find(isRecord)))
    ? 'certain'
    : 'no'
}

const HEAD = 200_000

/** The messages of the chosen conversations. When there are several and none is chosen, `parts` and a problem list them, and nothing else is read. */
export function read(raw: Raw, options: ReadOptions = {}): Reading {
  const archive = openArchive(raw)
  const problems: Problem[] = [...archive.problems]
  const { users, conversations } = readLists(archive, problems)
  if (conversations.every(({ days }) => days.length === 0)) {
    if (!problems.some(({ weight }) => weight === 'error')) problems.push(nothingIn(raw))
    return newReading(ID, raw, {}, problems)
  }
  const chosen = chosenConversations(conversations, options.channels, raw, problems)
  if (chosen === null) return { ...newReading(ID, raw, {}, problems), parts: partsOf(conversations, problems) }
  const window: Window = { from: options.from ?? null, to: options.to ?? null }
  const channelNames = new Map(conversations.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const])))
  const told = tellAll(chosen, window, { people: () => workspacePeople(ID, users), channel: (id) => channelNames.get(id) ?? null })
  problems.push(...told.problems)
  const events: TimelineEvent[] = []
  for (const { conversation, setting, drafts, whole } of told.channels) {
    const created = creationOf(conversation, drafts, { people: told.people, window })
    if (created !== null) events.push(created)
    for (const draft of drafts) events.push(eventOf(draft, setting, whole))
  }
  if (events.length === 0) problems.push(nothingInWindow(raw, window))
  const parts = told.channels.filter(({ conversation }) => conversationKey(conversation) !== '').map(partOf)
  const facts = { events, people: told.people.list(), links: linksOf(chosen, told.workspace), title: titleOf(chosen) }
  return { ...newReading(ID, raw, facts, problems), parts }
}

function partOf({ conversation, messages, drafts }: ToldChannel): Part {
  const key = conversationKey(conversation)
  return { id: key, name: conversation.name ?? key, messages, from: drafts[0]?.at ?? null, to: drafts.at(-1)?.at ?? null }
}

/** The channel's creation is an event of the incident when it happened within a day of the first word in it. */
function creationOf(
  { id, name, created, creator }: Conversation,
  drafts: readonly Draft[],
  { people, window }: { people: WorkspacePeople; window: Window },
): TimelineEvent | null {
  const at = created === null || created <= 0 ? null : instantFromMillis(created * 1000)
  const first = drafts[0]?.at
  if (at === null || first === undefined || name === null || !inWindow(at, window) || Math.abs(Date.parse(first) - Date.parse(at)) > 86_400_000) return null
  const ref = refOf(conversationKey({ id, name }), 'created')
  return {
    id: `${ID}:${ref}`,
    at,
    text: `created the channel ${escapeMarkdown(`#${withoutOverrides(name)}`)}`,
    actor: creator === null ? null : people.user(creator),
    thread: null,
    origin: { source: ID, ref, url: null, label: `Slack channel #${name}` },
    what: { kind: 'action', action: 'created' },
    mark: DETAIL,
  }
}

function linksOf(chosen: readonly Conversation[], workspace: string | null): Fact<Link>[] {
  return chosen.flatMap(({ id, name }) => {
    if (name === null || id?.startsWith('D') === true) return []
    const url = workspace === null || id === null ? null : `https://${workspace}.slack.com/archives/${id}`
    return [
      stated<Link>(
        { kind: 'channel', title: `Slack channel #${name}`, url },
        { source: ID, ref: conversationKey({ id, name }), url, label: `Slack channel #${name}` },
      ),
    ]
  })
}

/** Of a channel that is named as channels of incidents are, the topic is the nearest thing to a title that Slack has. */
function titleOf(chosen: readonly Conversation[]): Fact<string> | null {
  const [only] = chosen
  if (chosen.length !== 1 || only === undefined || only.topic === null || only.name === null || !INCIDENT.test(only.name)) return null
  const title = cleanText(
    withoutOverrides(
      only.topic
        .replace(/<[^<>]*\|([^<>]*)>/g, '$1')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&'),
    ),
  ).trim()
  return title === ''
    ? null
    : inferred(
        title.slice(0, 300),
        { source: ID, ref: conversationKey(only), url: null, label: labelOf(only).replace('message in', 'channel') },
        'channel-topic',
      )
}

const INCIDENT = /^(?:inc|incident|incidents|sev\d?|outage|pm|post-?mortem|war-?room|p[0-4])(?:$|[-_])/i

function nothingIn(raw: Raw): Problem {
  return {
    code: 'slack-export/no-messages',
    message: `${cleanText(raw.name)} holds no messages of a Slack export.`,
    hint: 'Give the zip or folder as Slack made it: users.json, channels.json and a folder of day files for each channel; or one of its day files.',
    weight: 'error',
    place: { file: raw.name },
  }
}

function nothingInWindow(raw: Raw, { from, to }: Window): Problem {
  const span = from === null && to === null ? '' : ` between ${from ?? 'the beginning'} and ${to ?? 'the end'}`
  return {
    code: 'slack-export/nothing-in-window',
    message: `No message was found${span}.`,
    ...(span === '' ? {} : { hint: 'Widen the time window.' }),
    weight: 'error',
    place: { file: raw.name },
  }
}
