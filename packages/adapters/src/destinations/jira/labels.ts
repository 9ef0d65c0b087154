import { shortHash } from '@blamefree/core'
import type { Incident } from '@blamefree/core'

/** Labels of an issue from what the incident is tagged with. A label has no spaces. */
export function labelsFor(incident: Incident | undefined): string[] {
  const values = [incident?.type?.value, incident?.severity?.value, ...(incident?.services.map(({ value }) => value) ?? [])]
  const labels = values.flatMap((value) => (typeof value === 'string' ? [value.toWellFormed().trim().replace(/\s+/g, '-').slice(0, 100)] : []))
  return [...new Set(['post-mortem', ...labels.filter((label) => label !== '')])]
}

/** The label by which an issue is found again: set with the issue in one request, and all that JQL can search without an app of its own. */
export function markerLabel(marker: string): string {
  return `blamefree-${shortHash(marker)}`
}
