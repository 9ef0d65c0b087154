import { flagAt, listAt, textAt, type World } from '@blamefree/core'
import { must } from './ask.ts'
import type { NotionConfig } from './settings.ts'

/** Notion's ids of people by their e-mail: a request for each hundred people of the workspace. Empty where the connection may not see addresses. */
export async function peopleByEmail(emails: readonly string[], config: NotionConfig, world: World): Promise<Readonly<Record<string, string>>> {
  const wanted = new Map(emails.map((email) => [email.trim().toLowerCase(), email]))
  const found: Record<string, string> = {}
  for (let cursor: string | null = ''; cursor !== null && Object.keys(found).length < wanted.size;) {
    const start: string = cursor === '' ? '' : `&start_cursor=${encodeURIComponent(cursor)}`
    const page = await must({ method: 'GET', path: `/users?page_size=100${start}` }, config, world)
    for (const user of listAt(page, 'results')) {
      const email = wanted.get(textAt(user, 'person', 'email')?.toLowerCase() ?? '')
      const id = textAt(user, 'id')
      if (email !== undefined && id !== null) found[email] = id
    }
    cursor = flagAt(page, 'has_more') === true ? textAt(page, 'next_cursor') : null
  }
  return found
}
