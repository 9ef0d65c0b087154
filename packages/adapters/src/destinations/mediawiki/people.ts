import { listAt, textAt, valueAt, type World } from '@blamefree/core'
import { inQueries } from './request-of.ts'
import { query } from './session.ts'
import type { MediaWikiConfig } from './settings.ts'
import { capital } from './title.ts'

/** The users of the wiki by e-mail address, where an administrator said that their names are what stands before the @: a wiki shows nobody's address. */
export async function knownUsers(emails: readonly string[], config: MediaWikiConfig, world: World): Promise<Readonly<Record<string, string>>> {
  if (!config.userNames) return {}
  const names = emails.flatMap((email) => {
    const name = nameOf(email)
    return name === null ? [] : [[email, name] as const]
  })
  const known = new Set<string>()
  for (const some of inQueries([...new Set(names.map(([, name]) => name))])) {
    const json = await query({ list: 'users', ususers: some.join('|') }, { config, world })
    for (const user of listAt(json, 'query', 'users'))
      if (valueAt(user, 'missing') !== true && textAt(user, 'userid') !== null) known.add(textAt(user, 'name') ?? '')
  }
  return Object.fromEntries(names.filter(([, name]) => known.has(name)))
}

/** What stands before the @, as the wiki spells names of users; null where it can be none. */
function nameOf(email: string): string | null {
  const name = (email.split('@')[0] ?? '').replace(/_/g, ' ').trim()
  return name === '' || /[#<>[\]|{}/:=]/.test(name) ? null : capital(name)
}
