import type { Fact, Incident } from './incident-query.ts'

/** The incident as it will be when what a person says is kept; for showing it at once. `null` says that there is none. */
export function corrected(incident: Incident, set: Readonly<Record<string, unknown>>, by: string): Incident {
  return { ...incident, facts: Object.entries(set).reduce((facts, [path, value]) => applied(facts, path, fact(value, by)), incident.facts) }
}

type Facts = Incident['facts']

const fact = (value: unknown, by: string): Fact => ({
  value,
  origin: { source: 'person', ref: 'correction:new', url: null, label: `Corrected by ${by}` },
  basis: 'stated',
  rule: null,
  evidence: [],
})

function applied(facts: Facts, path: string, said: Fact): Facts {
  const [group = '', name = ''] = path.split(/\.(.*)/s)
  if (group === 'timestamps' || group === 'fields') {
    const { [name]: _before, ...others } = facts[group]
    return { ...facts, [group]: said.value === null ? others : { ...others, [name]: said } }
  }
  if (group === 'roles') return withRole(facts, name, said)
  if (group === 'services' || group === 'links') return { ...facts, [group]: listed(said).map((value) => ({ ...said, value })) }
  return { ...facts, [group]: said.value === null ? null : said }
}

function withRole(facts: Facts, role: string, said: Fact): Facts {
  const people = [...facts.people]
  const ids = listed(said).map((name) => {
    const known = people.find((person) => person.name === name)
    if (known !== undefined) return known.id
    const id = `person:${String(name).toLowerCase()}`
    people.push({ id, name: String(name), handle: null, email: null, zone: null, bot: false, accounts: [id] })
    return id
  })
  return { ...facts, people, roles: { ...facts.roles, [role]: ids.map((value) => ({ ...said, value })) } }
}

const listed = ({ value }: Fact): readonly unknown[] => (Array.isArray(value) ? value : value === null ? [] : [value])

/** What holds at a path, without where it comes from; null where nothing does. */
export function valueAt({ facts }: Incident, path: string): unknown {
  const [group = '', name] = path.split(/\.(.*)/s)
  const at = (facts as unknown as Readonly<Record<string, unknown>>)[group]
  const found = name === undefined ? at : (at as Readonly<Record<string, unknown>> | null)?.[name]
  const plain = (one: unknown): unknown => (typeof one === 'object' && one !== null && 'value' in one ? one.value : null)
  return Array.isArray(found) ? found.map(plain) : plain(found)
}
