import { listAt, textAt, valueAt, type World } from '@blamefree/core'
import { query } from './session.ts'
import type { MediaWikiConfig } from './settings.ts'

/** How many names a query takes. */
const MOST_NAMES = 50

/** The users of the wiki by e-mail address, where an administrator said that their names are what stands before the @: a wiki shows nobody's address. */
export async function knownUsers(emails: readonly string[], config: MediaWikiConfig, world: World): Promise<Readonly<Record<string, string>>> {
  if (!config.userNames) return {}
  const names = new Map(emails.flatMap((email) => (nameOf(email) === null ? [] : [[email, nameOf(email) ?? ''] as const])))
  const all = [...new Set(names.values())]
  const known = new Set<string>()
  for (let at = 0; at < all.length; at += MOST_NAMES) {
    const json = await query({ list: 'users', ususers: all.slice(at, at + MOST_NAMES).join('|') }, { config, world })
    for (const user of listAt(json, 'query', 'users'))
      if (valueAt(user, 'missing') !== true && textAt(user, 'userid') !== null) known.add(textAt(user, 'name') ?? '')
  }
  return Object.fromEntries([...names].filter(([, name]) => known.has(name)))
}

/** What stands before the @, as the wiki spells names of users; null where it can be none. */
function nameOf(email: string): string | null {
  const [name = ''] = email.split('@')
  if (name === '' || /[#<>[\]|{}/:=]/.test(name)) return null
  const words = name.replace(/_/g, ' ').trim()
  return `${(words[0] ?? '').toUpperCase()}${words.slice(1)}`
}
