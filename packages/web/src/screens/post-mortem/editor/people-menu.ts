import type { Extension } from '@tiptap/core'
import { IconUser, IconUserCircle } from '../../../parts/icons.tsx'
import { queries } from '../../../api/queries.ts'
import { membersQuery } from '../../../api/workspace-queries.ts'
import { postMortem as words } from '../../../text/post-mortem.ts'
import { incidentQuery } from '../../incident/incident-query.ts'
import type { Choice } from './menu-list.tsx'
import { suggesting } from './suggesting.ts'

interface PersonChoice extends Choice {
  readonly name: string
}

const MOST = 30

/** `@`: the people of the incident, and the members. */
export function peopleMenu(incident: string): Extension {
  return suggesting<PersonChoice>({
    name: 'peopleMenu',
    character: '@',
    label: words.peopleMenu,
    async choices(query) {
      const looked = query.toLowerCase()
      return (await people(incident)).filter(({ label, hint = '' }) => `${label} ${hint}`.toLowerCase().includes(looked)).slice(0, MOST)
    },
    run(editor, range, { id, name }) {
      const attrs = { name: 'person', attributes: JSON.stringify({ id }), label: JSON.stringify([{ type: 'text', value: name }]) }
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: 'directive', attrs },
          { type: 'text', text: ' ' },
        ])
        .run()
    },
  })
}

async function people(incident: string): Promise<PersonChoice[]> {
  const [facts, members] = await Promise.all([queries.ensureQueryData(incidentQuery(incident)), queries.ensureQueryData(membersQuery)])
  const there = facts.facts.people.map(({ id, name, handle }) => ({
    id,
    name,
    label: name,
    group: words.peopleOfIncident,
    icon: IconUser,
    ...(handle === null ? {} : { hint: `@${handle}` }),
  }))
  const known = new Set(there.map(({ name }) => name))
  const others = members.items
    .filter(({ name, disabled }) => !disabled && !known.has(name))
    .map(({ id, name, email }) => ({ id: `member:${id}`, name, label: name, hint: email, group: words.peopleMembers, icon: IconUserCircle }))
  return [...there, ...others]
}
