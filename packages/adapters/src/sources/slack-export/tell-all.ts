import { textAt, type JsonRecord, type Problem } from '@blamefree/core'
import { noAmendments, type Amendments } from './amendments.ts'
import type { Conversation } from './conversations.ts'
import { draftOf, type Draft, type Setting, type Whole } from './events.ts'
import { byTs, eachMessage, type Window } from './messages.ts'
import type { Names } from './mrkdwn.ts'
import { workspaceVotes } from './workspace-name.ts'
import type { WorkspacePeople } from './workspace-people.ts'

/** What the chosen conversations of an export tell. */
export interface Told {
  readonly channels: readonly ToldChannel[]
  readonly people: WorkspacePeople
  /** `acme` of `acme.slack.com`, or null. */
  readonly workspace: string | null
  readonly problems: readonly Problem[]
}

/** What one conversation tells. */
export interface ToldChannel {
  readonly conversation: Conversation
  readonly setting: Setting
  /** Oldest first. */
  readonly drafts: readonly Draft[]
  /** How many messages it has; a few kinds are no events. */
  readonly messages: number
  readonly whole: Whole
}

/** The names of an export. */
export interface Register {
  /** Nobody gathered yet. */
  people(): WorkspacePeople
  channel(id: string): string | null
}

const SOURCE = 'slack-export'

/** Goes through the messages of the chosen conversations; twice where a later day amends what an earlier one tells, which few exports do. */
export function tellAll(chosen: readonly Conversation[], window: Window, register: Register): Told {
  const amendments = chosen.map(noAmendments)
  const first = tell(chosen, { window, register, amendments })
  return first.whole ? first.told : tell(chosen, { window, register, amendments }).told
}

interface Telling {
  readonly window: Window
  readonly register: Register
  /** Of each conversation. */
  readonly amendments: readonly Amendments[]
}

function tell(chosen: readonly Conversation[], { window, register, amendments }: Telling): { readonly told: Told; readonly whole: boolean } {
  const people = register.people()
  const names: Names = { person: (id) => people.named(id), channel: (id) => register.channel(id) }
  const votes = workspaceVotes()
  const problems: Problem[] = []
  let whole = true
  const heard = chosen.map((conversation, index) => {
    const setting: Setting = { source: SOURCE, conversation, people, names }
    const pinned = new Set(conversation.pins)
    const drafts: Draft[] = []
    let messages = 0
    const walk = { window, amendments: amendments[index] ?? noAmendments(), problems }
    const complete = eachMessage(conversation, walk, (message) => {
      messages++
      votes.add(message.record)
      const note = pinnedBy(message.record)
      if (note !== null) pinned.add(note)
      const draft = draftOf(message, setting)
      if (draft !== null) drafts.push(draft)
    })
    whole &&= complete
    return { conversation, setting, messages, pinned, drafts: drafts.sort(byTs) }
  })
  const workspace = votes.winner()
  const channels = heard.map(({ pinned, ...channel }): ToldChannel => ({ ...channel, whole: { workspace, pinned } }))
  return { told: { channels, people, workspace, problems }, whole }
}

/** The `ts` of the message that a note in the channel calls pinned, or null. */
function pinnedBy(record: JsonRecord): string | null {
  return record['subtype'] === 'pinned_item' ? (textAt(record, 'item', 'message', 'ts') ?? textAt(record, 'attachments', 0, 'ts')) : null
}
