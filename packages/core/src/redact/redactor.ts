import type { Incident } from '../incident.ts'
import { findAddresses, findChannels, findHandles, findPages } from './addresses.ts'
import { begun, nameFinder, type Known } from './names.ts'
import { ENGINEER, rolesOnce } from './roles-once.ts'
import { findSecrets } from './secrets.ts'
import { apart, clearOf, type Finder, type Span } from './span.ts'
import { strangerFinder } from './strangers.ts'

/** Who a copy is made for. `internal`: the team. `company`: everybody who works here. `customer`: whoever is outside. */
export type Audience = 'internal' | 'company' | 'customer'

/** What may be set besides the audience. */
export interface RedactOptions {
  /** Take e-mail and IP addresses out for the team too. Left out: false; for other audiences they always go. */
  readonly addresses?: boolean
}

/** What a copy for an audience may hold: what must go from a text, and which addresses may be linked to. */
export interface Redactor {
  readonly audience: Audience
  readonly find: Finder
  isForThem(url: string): boolean
  /** What stands where a person stood, by the person's id or name; null where the name may stay. */
  roleOf(id: string | null, name: string): string | null
  /** A text in which roles that follow each other are said once. */
  readonly once: (text: string) => string
}

/** Everything that follows from an audience and the people who are known. */
export function redactorFor(audience: Audience, people: ReadonlyMap<string, Known>, incident: Incident | null, options: RedactOptions): Redactor {
  const publicHosts = new Set((incident?.links ?? []).flatMap(({ value }) => (value.kind === 'status-page' && value.url !== null ? [hostOf(value.url)] : [])))
  const isForThem = (url: string): boolean => {
    const host = hostOf(url)
    if (audience === 'internal') return true
    if (audience === 'company') return !isPrivate(url, host)
    return publicHosts.has(host) || /^status\.|\.statuspage\.io$/.test(host)
  }
  const names = audience === 'customer' ? nameFinder([...people.values()]) : () => []
  const strangers = audience === 'customer' ? strangerFinder(sparedWords(incident)) : () => []
  const handles = new Map([...people.values()].flatMap(({ handle, name }) => (handle === null ? [] : [[handle.toLowerCase(), name] as const])))
  const find: Finder = (text) => {
    const spans = findSecrets(text)
    if (audience !== 'internal' || options.addresses === true) spans.push(...findAddresses(text))
    if (audience === 'internal') return apart(spans)
    spans.push(...findPages(text, isForThem))
    spans.push(...findHandles(text).map((span) => namedHandle(span, text, { handles, audience, people })))
    if (audience !== 'customer') return apart(spans)
    const known = apart([...spans, ...findChannels(text), ...names(text)])
    return apart([...known, ...clearOf(known, strangers(text))])
  }
  const byName = new Map([...people.values()].map((known) => [known.name, known.role]))
  const roleOf = (id: string | null, name: string): string | null =>
    audience === 'customer' ? ((id === null ? undefined : people.get(id)?.role) ?? byName.get(name) ?? ENGINEER) : null
  const once = audience === 'customer' ? rolesOnce(new Set([...people.values()].map(({ role }) => role))) : (text: string) => text
  return { audience, find, isForThem, roleOf, once }
}

/** Words of names that are nobody's: bots and services. */
function sparedWords(incident: Incident | null): ReadonlySet<string> {
  const names = [...(incident?.people ?? []).filter(({ bot }) => bot).map(({ name }) => name), ...(incident?.services ?? []).map(({ value }) => value)]
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}]+/u)))
}

interface Handles {
  readonly handles: ReadonlyMap<string, string>
  readonly audience: Audience
  readonly people: ReadonlyMap<string, Known>
}

/** The name (for the company) or the role (for customers) of somebody who is mentioned by handle. */
function namedHandle(span: Span, text: string, { handles, audience, people }: Handles): Span {
  const name = handles.get(text.slice(span.start + 1, span.end).toLowerCase())
  if (name === undefined) return span
  const role = [...people.values()].find((known) => known.name === name)?.role ?? ENGINEER
  return { ...span, put: audience === 'customer' ? begun(role, text, span.start) : name }
}

const hostOf = (url: string): string => (/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? '').toLowerCase()

/** Addresses that only some people in the company can open, or that name somebody's mailbox, direct messages or files. */
function isPrivate(url: string, host: string): boolean {
  if (/^mailto:/i.test(url)) return true
  if (host === 'files.slack.com' || /\/archives\/[DG][A-Z0-9]{6,}/.test(url)) return true
  return (
    !host.includes('.') ||
    /\.(?:internal|local|lan|localhost|localdomain|intra|home|test)$/.test(host) ||
    /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(host)
  )
}
