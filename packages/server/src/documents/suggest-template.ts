import type { Configuration, Incident, Term } from '@blamefree/core'
import type { TemplateSummary } from '../store/templates.ts'

/** How well a template fits an incident. */
export interface Suggestion {
  readonly template: TemplateSummary
  readonly fits: boolean
  /** A sentence that says why it does or does not. */
  readonly reason: string
}

type About = Pick<Incident, 'severity' | 'type' | 'services'>

/**
 * The templates by how well they fit, best first: one whose conditions all hold before one without conditions, the more of them the better; the team's own before ours;
 * those that do not fit last. The first is the one to suggest.
 */
export function suggestTemplates(templates: readonly TemplateSummary[], incident: About, configuration: Configuration): Suggestion[] {
  const severity = keysOf(incident.severity === null ? [] : [incident.severity.value], configuration.severities)
  const type = keysOf(incident.type === null ? [] : [incident.type.value], configuration.types)
  const service = keysOf(
    incident.services.map(({ value }) => value),
    [],
  )
  return templates
    .map((template) => {
      const checks = [
        { what: 'severity', wanted: template.conditions.severity, terms: configuration.severities, is: severity },
        { what: 'type', wanted: template.conditions.type, terms: configuration.types, is: type },
        { what: 'service', wanted: template.conditions.service, terms: [], is: service },
      ].filter(({ wanted }) => wanted.length > 0)
      const failed = checks.find(({ wanted, terms, is }) => ![...keysOf(wanted, terms)].some((key) => is.has(key)))
      const fits = failed === undefined
      // Worth by what decides first: that it fits, how many conditions hold, that it is the team's own.
      const worth = fits ? 1 + checks.length * 2 + (template.builtIn ? 0 : 1) : 0
      return { template, fits, reason: reasonFor(failed, checks), worth }
    })
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ template, fits, reason }) => ({ template, fits, reason }))
}

interface Check {
  readonly what: string
  readonly wanted: readonly string[]
}

function reasonFor(failed: Check | undefined, checks: readonly Check[]): string {
  if (failed !== undefined) return `It is meant for the ${failed.what} ${failed.wanted.join(' or ')}.`
  if (checks.length === 0) return 'It is meant for any incident.'
  return `It is meant for the ${checks.map(({ what, wanted }) => `${what} ${wanted.join(' or ')}`).join(', and the ')}, as here.`
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')

/** What names mean: the configured term's id where there is one, the folded words otherwise. */
function keysOf(names: readonly string[], terms: readonly Term[]): Set<string> {
  return new Set(
    names.map((name) => {
      const folded = fold(name)
      return terms.find(({ id, name, aliases }) => [id, name, ...aliases].some((word) => fold(word) === folded))?.id ?? folded
    }),
  )
}
