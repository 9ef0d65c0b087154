import type { BlockContent, PhrasingContent } from 'mdast'
import { cleanText } from '../clean-text.ts'
import type { Role } from '../configuration.ts'
import { sayMissing, type Filling } from '../template/filling.ts'
import { container, list, personNode, placeholder, text, timeNode } from '../template/nodes.ts'
import { own } from '../template/properties.ts'
import { fieldText, peopleIn } from '../template/variables.ts'
import { dateTimeZoneText } from '../time.ts'
import { DEPTH, heading, type Attributes, type Block } from './block.ts'
import { linkItems } from './links.ts'
import { metricItems } from './metrics.ts'

type Item = PhrasingContent[]

const PARTS = ['tagged-data', 'team', 'links', 'timestamps', 'metrics'] as const

/** The data behind the incident, as the seed orders it: tagged data, team, useful links, key timestamps and what follows from them. */
export const keyInformation: Block = {
  name: 'key-information',
  sentence: 'Tagged data, the team, useful links, key timestamps and the durations that follow from them.',
  example: '::key-information{show=tagged-data,team}',
  attributes: [{ name: 'show', sentence: 'Which parts; all of them where nothing is said.', values: PARTS, many: true }, DEPTH],
  fill(attributes, filling) {
    const wanted: readonly string[] =
      attributes['show'] === undefined || attributes['show'] === '' ? PARTS : attributes['show'].split(',').map((part) => part.trim())
    const parts: BlockContent[] = []
    const has = (part: (typeof PARTS)[number]): boolean => wanted.includes(part)
    if (has('tagged-data')) parts.push(...part(attributes, '\u2139\ufe0f Tagged Data', tagged(filling)))
    if (has('team')) parts.push(...part(attributes, '\u{1f46a} Team', team(filling)))
    if (has('links')) parts.push(...part(attributes, '\u{1f517} Useful Links', linkItems(filling)))
    const times = [...(has('timestamps') ? timestamps(filling) : []), ...(has('metrics') ? metricItems(filling) : [])]
    if (has('timestamps') || has('metrics')) parts.push(...part(attributes, '\u23f1\ufe0f Key Timestamps', times))
    return [container('key-information', attributes, parts)]
  },
}

function part(attributes: Attributes, title: string, items: readonly Item[]): BlockContent[] {
  return items.length === 0 ? [] : [heading(attributes, title), list(items)]
}

function tagged(filling: Filling): Item[] {
  const { incident, configuration } = filling
  const services = incident.services.map(({ value }) => cleanText(value).trim()).filter((name) => name !== '')
  const choice = (terms: readonly { readonly name: string }[]): string => terms.map(({ name }) => name).join(', ')
  return [
    labelled('Incident Type', incident.type?.value, filling, choice(configuration.types)),
    labelled('Severity', incident.severity?.value, filling, choice(configuration.severities)),
    labelled('Affected services', services.join(', '), filling, 'services'),
    ...configuration.fields.map(({ id, name }) => labelled(name, fieldText(own(incident.fields, id)?.value), filling, name)),
  ]
}

/** `Severity: Major`, or an honest placeholder, and a word to whoever fills. */
function labelled(label: string, value: string | undefined, filling: Filling, blank: string): Item {
  const clean = cleanText(value ?? '').trim()
  if (clean !== '') return [text(`${label}: ${clean}`)]
  if (filling.blank) return [text(`${label}: `), placeholder(`[${blank}]`)]
  sayMissing(filling, label)
  return [text(`${label}: `), placeholder('not known yet')]
}

function team(filling: Filling): Item[] {
  return filling.configuration.roles.map((role) => members(role, filling))
}

function members({ id, name, many }: Role, filling: Filling): Item {
  const people = peopleIn(filling.incident, id).flatMap((person) => filling.people.get(person) ?? [])
  const label = text(`${name}: `)
  if (people.length > 0) return [label, ...people.flatMap((person, index) => [...(index === 0 ? [] : [text(', ')]), personNode(person, id)])]
  if (filling.blank) return [label, placeholder(many ? '[names]' : '[name]')]
  if (many) return [label, placeholder('none known')]
  sayMissing(filling, name)
  return [label, placeholder('not known yet')]
}

function timestamps(filling: Filling): Item[] {
  return filling.configuration.timestamps.map(({ id, name }) => {
    const at = own(filling.incident.timestamps, id)?.value
    const label = text(`${name}: `)
    if (at !== undefined) return [label, timeNode(at, dateTimeZoneText(at, filling.zone))]
    if (filling.blank) return [label, placeholder('[date and time]')]
    sayMissing(filling, name)
    return [label, placeholder('not known yet')]
  })
}
