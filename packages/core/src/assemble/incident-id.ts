import type { Incident } from '../incident.ts'
import { localOf } from '../zone.ts'

/** An incident's id from the day on which it started, in its zone, and its title: `2022-11-18-poison-pill`. The same facts give the same id. */
export function incidentId({ title, timestamps, events, zone }: Pick<Incident, 'title' | 'timestamps' | 'events' | 'zone'>): string {
  const known = ['impact-started', 'reported'].flatMap((id) => (Object.hasOwn(timestamps, id) ? (timestamps[id]?.value ?? []) : []))
  const start = known.toSorted()[0] ?? events[0]?.at
  const words = slug(title?.value ?? '') || 'incident'
  if (start === undefined) return words
  const { year, month, day } = localOf(start, zone.value)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}-${words}`
}

const LONGEST = 60

/** A title's words in lower case with dashes between them, without a leading article, cut between words. Letters of every script stay. */
function slug(title: string): string {
  const words = title
    .slice(0, 400)
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?:the|an?)-(?=.)/, '')
  if (words.length <= LONGEST) return words
  const head = words.slice(0, LONGEST + 1)
  const end = head.lastIndexOf('-')
  return end > LONGEST / 2 ? head.slice(0, end) : words.slice(0, LONGEST).replace(/[\ud800-\udbff]$|-$/, '')
}
