import { cleanText, instantFromMillis, isRecord, type Instant, type Part, type Problem, type Raw } from '@blamefree/core'
import { itemsOf, type Conversation } from './conversations.ts'
import { conversationKey } from './events.ts'
import { instantOfTs } from './messages.ts'

/** The conversations that were asked for; all when there is one with messages; null (and a problem that lists them) when the choice is open. */
export function chosenConversations(
  conversations: readonly Conversation[],
  wanted: readonly string[] | undefined,
  raw: Raw,
  problems: Problem[],
): readonly Conversation[] | null {
  const filled = conversations.filter(({ days }) => days.length > 0)
  if (wanted === undefined || wanted.length === 0) {
    if (filled.length <= 1) return filled
    problems.push({
      code: 'slack-export/choose-channel',
      message: `${cleanText(raw.name)} holds ${filled.length} channels: ${listed(filled)}.`,
      hint: `Choose those of the incident, for example ${shown(filled[0])}.`,
      weight: 'error',
      place: { file: raw.name },
    })
    return null
  }
  const chosen = new Set<Conversation>()
  for (const name of wanted) {
    const plain = name.replace(/^#/, '').toLowerCase()
    const matching = conversations.filter((each) => each.id?.toLowerCase() === plain || each.name?.toLowerCase() === plain)
    const found = matching.filter(({ days }) => days.length > 0)
    for (const conversation of found) chosen.add(conversation)
    if (found.length > 0) continue
    problems.push({
      code: matching.length > 0 ? 'slack-export/empty-channel' : 'slack-export/unknown-channel',
      message:
        matching.length > 0
          ? `The channel ${cleanText(name).slice(0, 100)} has no messages in this export.`
          : `There is no channel ${cleanText(name).slice(0, 100)} in ${cleanText(raw.name)}.`,
      hint: `There are: ${listed(filled)}.`,
      weight: 'error',
      place: { file: raw.name },
    })
  }
  return chosen.size === 0 ? null : [...chosen]
}

function shown(conversation: Conversation | undefined): string {
  return conversation === undefined ? '' : (conversation.name ?? conversationKey(conversation))
}

function listed(conversations: readonly Conversation[]): string {
  const names = conversations.slice(0, 12).map((each) => shown(each).slice(0, 30))
  return conversations.length > names.length ? `${names.join(', ')} and ${conversations.length - names.length} more` : names.join(', ')
}

/** Above this size the messages of channels that nobody chose are not counted one by one: the list must come at once. */
const COUNTED_BYTES = 60_000_000
/** About as many bytes does a message take in an export. */
const MESSAGE_BYTES = 700

/** What can be chosen, each with its messages and period: counted, or, in a very large export, estimated from the size and names of its files. */
export function partsOf(conversations: readonly Conversation[], problems: Problem[]): Part[] {
  const filled = conversations.filter(({ days }) => days.length > 0)
  const total = filled.reduce((sum, { days }) => sum + days.reduce((size, { file }) => size + file.size, 0), 0)
  return filled.map((conversation) => (total > COUNTED_BYTES ? estimated(conversation) : counted(conversation, problems)))
}

function counted(conversation: Conversation, problems: Problem[]): Part {
  let [messages, from, to]: [number, Instant | null, Instant | null] = [0, null, null]
  for (const { file } of conversation.days) {
    for (const item of itemsOf(file, problems)) {
      const at = isRecord(item) ? instantOfTs(item['ts']) : null
      if (at === null) continue
      messages++
      if (from === null || at < from) from = at
      if (to === null || at > to) to = at
    }
  }
  return { id: conversationKey(conversation), name: shown(conversation), messages, from, to }
}

function estimated(conversation: Conversation): Part {
  const bytes = conversation.days.reduce((size, { file }) => size + file.size, 0)
  const [first, last] = [conversation.days[0]?.day ?? null, conversation.days.at(-1)?.day ?? null]
  const dayStart = (day: string | null): Instant | null => (day === null ? null : instantFromMillis(Date.parse(`${day}T00:00:00Z`)))
  return { id: conversationKey(conversation), name: shown(conversation), messages: Math.ceil(bytes / MESSAGE_BYTES), from: dayStart(first), to: dayStart(last) }
}
