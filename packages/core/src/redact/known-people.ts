import type { Nodes, Root } from 'mdast'
import type { Incident } from '../incident.ts'
import { plainText } from '../plain-text.ts'
import type { Known } from './names.ts'
import { ENGINEER } from './roles-once.ts'

/** Everybody whose name a document or its incident tells, by id. Bots are nobody. Somebody with several roles stands under the first of them. */
export function knownPeople(tree: Root, incident: Incident | null): ReadonlyMap<string, Known> {
  const people = new Map<string, Known>()
  const bots = new Set<string>()
  for (const { id, name, handle, email, bot } of incident?.people ?? []) {
    if (bot) bots.add(id)
    else people.set(id, { name, handle: handle ?? email?.split('@')[0] ?? null, role: roleIn(incident, id) })
  }
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'textDirective' && node.name === 'person') {
      const name = plainText(node)
      const id = node.attributes?.['id'] ?? name
      const role = phrase(node.attributes?.['role'] ?? null)
      const before = people.get(id)
      if (name === '' || bots.has(id)) continue
      if (before === undefined) people.set(id, { name, handle: null, role })
      else if (before.name !== name) people.set(`${id} ${name}`, { ...before, name })
      if (before?.role === ENGINEER && role !== ENGINEER) people.set(id, { ...before, role })
    }
    if ('children' in node) waiting.push(...node.children)
  }
  return people
}

function roleIn(incident: Incident | null, id: string): string {
  for (const role of ['lead', 'reporter']) if (incident?.roles[role]?.some(({ value }) => value === id) === true) return phrase(role)
  const other = Object.entries(incident?.roles ?? {}).find(([role, people]) => !PLAIN.has(role) && people.some(({ value }) => value === id))
  return phrase(other?.[0] ?? null)
}

const PLAIN = new Set(['participants', 'observers'])

/** A role's id in a sentence: `lead` → `the incident lead`, `communications-lead` → `the communications lead`; active participants and observers are engineers. */
function phrase(role: string | null): string {
  if (role === null || role === '' || PLAIN.has(role)) return ENGINEER
  return role === 'lead' ? 'the incident lead' : `the ${role.replace(/[-_]+/g, ' ')}`
}
