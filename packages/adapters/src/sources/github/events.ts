import {
  DETAIL,
  addressAt,
  cleanText,
  escapeMarkdown,
  foreignInline,
  instantAt,
  isRecord,
  textAt,
  valueAt,
  type GatheredPeople,
  type Instant,
  type TimelineEvent,
  type What,
} from '@blamefree/core'
import { accountAt, ticketOf, type Account, type Thing } from './schema.ts'

/** The people met so far. */
export interface Reader {
  readonly people: GatheredPeople
  readonly person: (account: Account) => string
}

/** What one thing's events are made of. */
interface Told {
  readonly ref: string
  readonly at: Instant | null
  readonly text: string
  readonly who: Account | null
  readonly url: string | null
  readonly label: string
  readonly what: What
}

/** What a thing tells of, as events. */
export function eventsOf(thing: Thing, reader: Reader): TimelineEvent[] {
  return toldBy(thing).flatMap(({ ref, at, text, who, url, label, what }) => {
    if (at === null || text === '') return []
    const origin = { source: 'github', ref: cleanText(ref), url, label: cleanText(label) }
    return [{ id: `github:${origin.ref}`, at, text, actor: who === null ? null : reader.person(who), thread: null, origin, what, mark: DETAIL }]
  })
}

function toldBy(thing: Thing): Told[] {
  switch (thing.kind) {
    case 'deployment':
      return deployed(thing.value, thing.status, thing.repository)
    case 'deployment-status':
      return [deploymentStatus(thing.value, null, thing.repository)]
    case 'release':
      return [released(thing.value, thing.repository)]
    case 'comment': {
      const who = accountAt(thing.value, 'user')
      const body = textAt(thing.value, 'body') ?? ''
      const url = addressAt(thing.value, 'html_url')
      const ref = `comment:${textAt(thing.value, 'id') ?? url ?? ''}`
      return [
        {
          ref,
          at: instantAt(thing.value, 'created_at'),
          text: foreignInline(body),
          who,
          url,
          label: 'GitHub comment',
          what: { kind: 'comment', bot: who?.bot ?? false },
        },
      ]
    }
    default:
      return discussed(thing)
  }
}

type DeployState = Extract<What, { kind: 'deploy' }>['state']

/** GitHub's states of a deployment that say something on a timeline; `inactive` only means that a later one took its place. */
const STATES: ReadonlyMap<string, DeployState> = new Map([
  ['in_progress', 'started'],
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
])
const VERBS: Readonly<Record<DeployState, string>> = { started: 'started', succeeded: 'succeeded', failed: 'failed', 'rolled-back': 'rolled back' }

function deployed(value: unknown, status: unknown, repository: string | null): Told[] {
  const told = deployTold(value, repository, 'started')
  const first: Told = { ...told, ref: `deployment:${textAt(value, 'id') ?? ''}`, at: instantAt(value, 'created_at'), who: accountAt(value, 'creator') }
  return isRecord(status) ? [first, deploymentStatus(status, value, repository)] : [first]
}

function deploymentStatus(status: unknown, deployment: unknown, repository: string | null): Told {
  const state = STATES.get(textAt(status, 'state') ?? '')
  const told = deployTold(deployment ?? status, repository, state ?? 'started')
  const ref = `deployment-status:${textAt(status, 'id') ?? ''}`
  const url = addressAt(status, 'log_url') ?? addressAt(status, 'target_url')
  return { ...told, ref, at: state === undefined ? null : instantAt(status, 'created_at'), who: accountAt(status, 'creator'), url }
}

function deployTold(value: unknown, repository: string | null, state: DeployState): Omit<Told, 'ref' | 'at' | 'who'> {
  const service =
    cleanText(repository ?? '')
      .split('/')
      .at(-1) || null
  const ref = textAt(value, 'ref')
  const version = ref === null ? (textAt(value, 'sha')?.slice(0, 7) ?? null) : ref
  const environment = textAt(value, 'environment')
  const words = [service ?? 'something', version, environment === null ? null : `to ${environment}`].filter((word) => word !== null).join(' ')
  const clean = (text: string | null): string | null => (text === null ? null : cleanText(text))
  const what: What = { kind: 'deploy', service, version: clean(version), environment: clean(environment), state }
  return { text: escapeMarkdown(`Deploy of ${words} ${VERBS[state]}`), url: null, label: 'GitHub deployment', what }
}

function released(value: unknown, repository: string | null): Told {
  const tag = textAt(value, 'tag_name') ?? ''
  const name = textAt(value, 'name')
  const project =
    cleanText(repository ?? '')
      .split('/')
      .at(-1) ?? ''
  return {
    ref: `release:${textAt(value, 'id') ?? tag}`,
    at: instantAt(value, 'published_at') ?? instantAt(value, 'created_at'),
    text: escapeMarkdown(`Released ${project} ${tag}${name === null || name === tag ? '' : `: ${name}`}`.replace(/\s+/g, ' ')),
    who: accountAt(value, 'author'),
    url: addressAt(value, 'html_url'),
    label: 'GitHub release',
    what: { kind: 'action', action: 'released' },
  }
}

/** An issue or pull request: opened, merged or closed, and what a webhook says was done to it. */
function discussed(thing: Extract<Thing, { kind: 'issue' | 'pull-request' }>): Told[] {
  const ticket = ticketOf(thing.value, thing.repository)
  const pull = thing.kind === 'pull-request' || ticket.isPullRequest
  const name = `${pull ? 'pull request' : 'issue'} #${ticket.number}`
  const told = (action: string, at: Instant | null, who: Account | null): Told => ({
    ref: `${ticket.ref}:${action}`,
    at,
    text: escapeMarkdown(`${action.charAt(0).toUpperCase()}${action.slice(1)} ${name}: ${ticket.title}`),
    who,
    url: ticket.url,
    label: `GitHub ${name}`,
    what: { kind: 'action', action },
  })
  const end = ticket.merged === null ? told('closed', ticket.closed, ticket.closer) : told('merged', ticket.merged, ticket.merger)
  const known = [told('opened', ticket.created, ticket.author), end]
  const { webhook } = thing
  if (webhook === null || !/^(?:reopened|assigned|unassigned|labeled|unlabeled)$/.test(webhook.action)) return known
  const { action, sender, label, assignee } = webhook
  const to = cleanText(label ?? assignee ?? '').trim()
  const field = action.endsWith('labeled') ? 'label' : action.endsWith('assigned') ? 'assignee' : 'status'
  const gone = action.startsWith('un')
  const change: What = { kind: 'change', field, from: gone && to !== '' ? to : null, to: gone ? null : to === '' ? action : to }
  const base = told(action, ticket.updated, sender)
  const words = to === '' ? base.text : escapeMarkdown(`${name.charAt(0).toUpperCase()}${name.slice(1)} ${action}: ${to}`)
  return [...known, { ...base, ref: `${ticket.ref}:${action}:${to}:${textAt(valueAt(thing.value, 'updated_at')) ?? ''}`, text: words, what: change }]
}
