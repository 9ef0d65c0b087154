import { cleanText } from '../clean-text.ts'
import { container, list, personNode, placeholder, text } from '../template/nodes.ts'
import { peopleIn } from '../template/variables.ts'
import type { Block } from './block.ts'

/** Everybody who has a role, each person once with all of theirs. */
export const participants: Block = {
  name: 'participants',
  sentence: 'Everybody who has a role in the incident, each person once with all of their roles.',
  example: '::participants',
  attributes: [{ name: 'roles', sentence: 'Ids of roles, with commas between; all where nothing is said.', values: [], many: true }],
  fill(attributes, { incident, configuration, people, blank }) {
    const wanted = attributes['roles']?.split(',').map((id) => id.trim())
    const roles = configuration.roles.filter(({ id }) => wanted === undefined || wanted.includes(id))
    if (blank) return [container('participants', attributes, [list(roles.map(({ name }) => [placeholder('[name]'), text(` (${name})`)]))])]
    const held = new Map<string, typeof roles>()
    for (const role of roles) for (const id of peopleIn(incident, role.id)) held.set(id, [...(held.get(id) ?? []), role])
    const items = [...held].flatMap(([id, theirs]) => {
      const person = people.get(id)
      if (person === undefined) return []
      return [[personNode(person, theirs[0]?.id ?? null), text(` (${cleanText(theirs.map(({ name }) => name).join(', '))})`)]]
    })
    return [container('participants', attributes, [list(items.length === 0 ? [[placeholder('none known')]] : items)])]
  },
}
