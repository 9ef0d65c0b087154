import { listAt, replyJson, textAt } from '@blamefree/core'
import type { World } from '@blamefree/core'
import { call } from './call.ts'
import type { JiraConfig } from './settings.ts'

/** Account ids by e-mail address, a request each. Jira looks through addresses that it does not show; where several people answer to one, it is nobody. */
export async function people(emails: readonly string[], config: JiraConfig, world: World): Promise<Readonly<Record<string, string>>> {
  const found: [string, string][] = []
  for (const email of emails) {
    const reply = await call({ method: 'GET', path: `/user/search?query=${encodeURIComponent(email)}&maxResults=5` }, config, world)
    // Without the permission to browse users, mentions are names.
    if (reply.status !== 200) break
    const users = listAt({ users: replyJson(reply) }, 'users').filter((user) => textAt(user, 'accountType') !== 'app')
    const exact = users.filter((user) => textAt(user, 'emailAddress')?.toLowerCase() === email.toLowerCase())
    const [user, other] = exact.length > 0 ? exact : users
    const id = other === undefined ? textAt(user, 'accountId') : null
    if (id !== null) found.push([email, id])
  }
  return Object.fromEntries(found)
}
