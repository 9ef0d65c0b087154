import { readFrontMatter } from '../front-matter.ts'
import { parseTemplateMarkdown } from '../markdown.ts'
import type { Problem } from '../problem.ts'
import { isZone } from '../zone.ts'
import { checkTemplate } from './check.ts'
import { markExpressions } from './marked-text.ts'
import { knownNames } from './nearest.ts'
import type { Template } from './template.ts'

const KEYS = ['id', 'title', 'description', 'version', 'language', 'zone', 'for']
const CONDITIONS = ['severity', 'type', 'service']

/**
 * Markdown with front matter → a template. `name` is its file, and gives the id where the front matter has none. Every unknown variable, filter,
 * block, attribute or value is a problem with its line and column and the names that are known; the template can be filled all the same.
 */
export function parseTemplate(text: string, name: string): { readonly template: Template; readonly problems: readonly Problem[] } {
  const front = readFrontMatter(text)
  const marked = markExpressions(front.body)
  const parsed = parseTemplateMarkdown(marked.text)
  const placeOf = placesIn(text, name)
  const values = front.values ?? {}
  const problems: Problem[] = [...front.problems, ...parsed.problems].map((problem) => ({ ...problem, place: { ...problem.place, file: name } }))
  const say: Say = (key, message, hint) => {
    problems.push({ code: 'template/front-matter', message, hint, weight: 'warning', place: placeOf(front.keys.get(key) ?? 0) })
  }
  for (const key of Object.keys(values)) if (!KEYS.includes(key)) say(key, `\`${key}\` is not a key of a template\u2019s front matter.`, knownNames(key, KEYS))
  const id = idOf(words(values['id']) ?? (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, ''))
  const zone = words(values['zone'])
  if (zone !== null && !isZone(zone)) say('zone', `\`${zone}\` is not a time zone.`, 'Write `UTC`, `Europe/London` or `+02:00`.')
  const version = values['version'] ?? 1
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) say('version', 'The version is not a whole number.', 'Write `version: 1`.')
  const template: Template = {
    id,
    title: words(values['title']) ?? id,
    description: words(values['description']) ?? '',
    version: typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1,
    language: words(values['language']) ?? 'en',
    zone: zone !== null && isZone(zone) ? zone : null,
    for: conditions(values['for'], say),
    text,
    tree: parsed.tree,
    marked,
    placeOf,
  }
  problems.push(...checkTemplate(template, marked.text))
  return { template, problems }
}

/** Says what is wrong with a key of the front matter, at its place. */
type Say = (key: string, message: string, hint: string) => void

function conditions(value: unknown, say: Say): Template['for'] {
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  if (value !== undefined && given !== value) say('for', '`for` is not a list of conditions.', 'Write `for: { severity: [Critical, Major] }`.')
  for (const key of Object.keys(given)) if (!CONDITIONS.includes(key)) say(`for.${key}`, `\`for\` has no condition \`${key}\`.`, knownNames(key, CONDITIONS))
  const strings = (key: string): string[] => {
    const wanted = given[key]
    return (Array.isArray(wanted) ? (wanted as unknown[]) : [wanted]).flatMap((item) => words(item) ?? [])
  }
  return { severity: strings('severity'), type: strings('type'), service: strings('service') }
}

function words(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return id === '' ? 'template' : id
}

function placesIn(text: string, file: string): Template['placeOf'] {
  const starts = [0]
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) starts.push(index + 1)
  return (offset) => {
    let low = 0
    for (let high = starts.length - 1; low < high;) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
