import { isRecord, listAt, textAt, type JsonRecord } from '@blamefree/core'

/** Finds out `acme` of `acme.slack.com`, which an export states nowhere, from what its messages and files are addressed with. */
export interface WorkspaceVotes {
  add(record: JsonRecord): void
  /** The one that most addresses have; null where there is none. */
  winner(): string | null
}

/** None yet. */
export function workspaceVotes(): WorkspaceVotes {
  const votes = new Map<string, number>()
  const vote = (address: string | null, weight: number): void => {
    const name = address === null ? undefined : ADDRESS.exec(address)?.[1]?.toLowerCase()
    if (name !== undefined && !NO_WORKSPACE.has(name)) votes.set(name, (votes.get(name) ?? 0) + weight)
  }
  return {
    add(record) {
      const { text, files, file } = record
      if (typeof text === 'string' && text.includes('.slack.com/archives/')) vote(text, 1)
      if (files === undefined && file === undefined) return
      // A file of another workspace is shown here, but its address is that of the other.
      for (const each of [...listAt(record, 'files'), file]) if (isRecord(each) && each['is_external'] !== true) vote(textAt(each, 'permalink'), 3)
    },
    winner: () => [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null,
  }
}

const ADDRESS = /https:\/\/([a-z0-9][a-z0-9-]{0,60}(?:\.enterprise)?)\.slack\.com\/(?:archives|files)\//i
const NO_WORKSPACE = new Set(['files', 'app', 'api', 'my', 'www', 'status', 'hooks', 'slack-files'])
