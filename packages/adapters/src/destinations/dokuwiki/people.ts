import { cleanName } from './page-id.ts'
import type { DokuWikiConfig } from './settings.ts'

/** The users of the wiki by e-mail address, where an administrator said that their names are what stands before the @: a wiki tells nobody's address. */
export function knownUsers(emails: readonly string[], { userNames }: DokuWikiConfig): Promise<Readonly<Record<string, string>>> {
  const names = emails.flatMap((email) => {
    const name = cleanName(email.split('@')[0] ?? '')
    return name === '' ? [] : [[email, name] as const]
  })
  return Promise.resolve(userNames ? Object.fromEntries(names) : {})
}
