import { isRecord, listAt, textAt } from '@blamefree/core'
import type { Message } from './messages.ts'

/**
 * `acme` of `acme.slack.com`, which an export states nowhere: the one that most addresses of its own files and messages have; null where there is none.
 */
export function workspaceOf(conversations: readonly (readonly Message[])[]): string | null {
  const votes = new Map<string, number>()
  const vote = (address: string | null, weight: number): void => {
    const name = address === null ? undefined : ADDRESS.exec(address)?.[1]?.toLowerCase()
    if (name !== undefined && !NO_WORKSPACE.has(name)) votes.set(name, (votes.get(name) ?? 0) + weight)
  }
  for (const messages of conversations) {
    for (const { record } of messages) {
      const { text } = record
      if (typeof text === 'string' && text.includes('.slack.com/archives/')) vote(text, 1)
      // A file of another workspace is shown here, but its address is that of the other.
      for (const file of [...listAt(record, 'files'), record['file']]) if (isRecord(file) && file['is_external'] !== true) vote(textAt(file, 'permalink'), 3)
    }
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const ADDRESS = /https:\/\/([a-z0-9][a-z0-9-]{0,60}(?:\.enterprise)?)\.slack\.com\/(?:archives|files)\//i
const NO_WORKSPACE = new Set(['files', 'app', 'api', 'my', 'www', 'status', 'hooks', 'slack-files'])
