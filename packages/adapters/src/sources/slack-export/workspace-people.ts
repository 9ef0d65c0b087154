import { gatherPeople, isRecord, isZone, textAt, valueAt, type Account, type JsonRecord, type Person } from '@blamefree/core'

/** The people of an export: everybody it lists can be named, and those whom its messages need are gathered. */
export interface WorkspacePeople {
  /** The person id of a Slack user or bot, who is gathered by asking. */
  user(id: string, profile?: unknown): string
  /** The person id of whoever wrote a message, or null. */
  author(message: JsonRecord): string | null
  /** The name that a reader is shown for a Slack user, and whether it is a bot. */
  named(id: string): { readonly person: string; readonly name: string }
  isBot(id: string): boolean
  list(): readonly Person[]
}

/** Nobody gathered yet, of a workspace with these users (users.json). */
export function workspacePeople(source: string, users: readonly JsonRecord[]): WorkspacePeople {
  const listed = new Map<string, JsonRecord>()
  for (const user of users) {
    const id = textAt(user, 'id')
    if (id !== null && !listed.has(id)) listed.set(id, user)
  }
  const gathered = gatherPeople(source)
  const ids = new Map<string, string>()
  const names = new Map<string, string>()

  const add = (key: string, account: Account): string => {
    const person = gathered.add(account)
    ids.set(key, person)
    return person
  }
  const user = (id: string, profile?: unknown): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    return add(id, accountOf(id, listed.get(id), profile))
  }
  const bot = (id: string, message: JsonRecord): string => {
    const name = textAt(message, 'username') ?? textAt(message, 'bot_profile', 'name')
    const key = `${id}\u0000${name ?? ''}`
    return ids.get(key) ?? add(key, { ref: name === null || id === '' ? (name ?? id) : `${id}:${name}`, name: name ?? 'Bot', bot: true })
  }
  return {
    user,
    author(message) {
      const id = message['user']
      const botId = message['bot_id']
      if (message['subtype'] === 'bot_message' || typeof id !== 'string' || id === '') {
        if (typeof botId === 'string' && botId !== '') return bot(botId, message)
        if (typeof message['username'] === 'string' && message['username'].trim() !== '') return bot('', message)
      }
      if (typeof id !== 'string' || id.trim() === '') return null
      return ids.get(id) ?? user(id, message['user_profile'] ?? profileOfBot(message))
    },
    named(id) {
      const person = user(id)
      let name = names.get(person)
      if (name === undefined) {
        name = gathered.list().find((each) => each.id === person)?.name ?? id
        names.set(person, name)
      }
      return { person, name }
    },
    isBot: (id) => id === 'USLACKBOT' || valueAt(listed.get(id), 'is_bot') === true,
    list: () => gathered.list(),
  }
}

function profileOfBot(message: JsonRecord): unknown {
  const profile = message['bot_profile']
  return isRecord(profile) ? { real_name: profile['name'], bot: true } : undefined
}

/** The full name is shown where there is one: a post-mortem is read by people who do not know each other's display names. */
function accountOf(id: string, user: JsonRecord | undefined, profile: unknown): Account {
  const zone = textAt(user, 'tz')
  return {
    ref: id,
    name:
      textAt(user, 'profile', 'real_name') ??
      textAt(user, 'real_name') ??
      textAt(user, 'profile', 'display_name') ??
      textAt(profile, 'real_name') ??
      textAt(profile, 'display_name') ??
      (id === 'USLACKBOT' ? 'Slackbot' : null),
    handle: textAt(user, 'name') ?? textAt(profile, 'name') ?? textAt(user, 'profile', 'display_name'),
    email: textAt(user, 'profile', 'email'),
    zone: zone !== null && isZone(zone) ? zone : null,
    bot: id === 'USLACKBOT' || valueAt(user, 'is_bot') === true || valueAt(profile, 'bot') === true,
  }
}
