import { inferred, type Fact } from '../fact.ts'
import type { Link } from '../incident.ts'
import { webAddress } from '../web-address.ts'
import type { Inference } from './infer.ts'
import { strength } from './record.ts'

/** The links that sources state, then the channel, and what people linked to that a reader will want: tickets, pull requests, dashboards, status pages, runbooks, calls. */
export function inferLinks({ incident, entries }: Inference): readonly Fact<Link>[] {
  const found = new Map<string, Fact<Link>>()
  const known = new Set(incident.links.flatMap(({ value }) => (value.url === null ? [] : [bare(value.url)])))
  const add = (link: Link, event: Inference['incident']['events'][number], rule: string): void => {
    const key = link.url === null ? link.title : bare(link.url)
    if (!known.has(key) && !found.has(key) && found.size < MOST) found.set(key, inferred(link, event.origin, rule, [event.id]))
  }
  if (!incident.links.some(({ value }) => value.kind === 'channel')) {
    const event = incident.events.find(({ what }) => what.kind === 'message' && what.channel !== null)
    if (event?.what.kind === 'message') {
      const system = event.origin.source.startsWith('slack') ? 'Slack channel' : 'Channel'
      add({ kind: 'channel', title: `${system} #${event.what.channel ?? ''}`, url: null }, event, 'channel-of-the-messages')
    }
  }
  for (const entry of entries) {
    const { event } = entry
    // A ticket that is only for later belongs to its follow-up.
    if (!event.text.includes('://') || entry.voice === 'bot' || strength(entry, 'follow-up') > 0) continue
    for (const [address] of event.text.matchAll(ADDRESS)) {
      const url = webAddress(address.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/[.,;:!?]+$/, ''))
      const link = url === null ? null : linkOf(url)
      if (link !== null) add(link, event, 'linked-in-words')
    }
  }
  return found.size === 0 ? incident.links : [...incident.links, ...found.values()]
}

/** The ticket, pull request or page that an address names; null for an address that is none of these. */
export function linkOf(url: string): Link | null {
  for (const { kind, pattern, title } of KINDS) {
    const match = pattern.exec(url)
    if (match !== null) return { kind, title: title(match), url }
  }
  return null
}

const MOST = 12
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`|]{3,2000}/g
const bare = (url: string): string => url.replace(/^https?:\/\//, '').replace(/[/#?]+$/, '')

const KINDS: readonly { readonly kind: Link['kind']; readonly pattern: RegExp; readonly title: (match: RegExpExecArray) => string }[] = [
  { kind: 'ticket', pattern: /\/browse\/([A-Z][A-Z0-9_]{1,9}-\d{1,7})\b/, title: ([, key]) => `Jira issue ${key ?? ''}` },
  { kind: 'ticket', pattern: /linear\.app\/[^/]+\/issue\/([A-Z][A-Z0-9]{1,9}-\d{1,7})\b/, title: ([, key]) => `Linear issue ${key ?? ''}` },
  {
    kind: 'pull-request',
    pattern: /\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,7})\b/,
    title: ([, repository, number]) => `Pull request ${repository ?? ''}#${number ?? ''}`,
  },
  {
    kind: 'pull-request',
    pattern: /\/([\w.-]+)\/-\/merge_requests\/(\d{1,7})\b/,
    title: ([, project, number]) => `Merge request ${project ?? ''}!${number ?? ''}`,
  },
  {
    kind: 'ticket',
    pattern: /\/([\w.-]+\/[\w.-]+)\/(?:-\/)?issues\/(\d{1,7})\b/,
    title: ([, repository, number]) => `Issue ${repository ?? ''}#${number ?? ''}`,
  },
  { kind: 'status-page', pattern: /^https?:\/\/(?:status\.[^/]+|[^/]+\.statuspage\.io)/, title: () => 'Status page' },
  { kind: 'dashboard', pattern: /^https?:\/\/[^/]*grafana[^/]*\/|\/d\/[\w-]{6,}|^https?:\/\/app\.datadoghq\.[^/]+\/dash/, title: () => 'Dashboard' },
  { kind: 'runbook', pattern: /\brunbooks?\b/i, title: () => 'Runbook' },
  { kind: 'call', pattern: /^https?:\/\/(?:[^/]*zoom\.us\/j|meet\.google\.com|teams\.microsoft\.com\/l\/meetup-join)/, title: () => 'Call' },
]
