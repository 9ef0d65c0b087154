import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { configurationQuery } from '../../api/workspace-queries.ts'
import type { Configuration } from '../../session/configuration.ts'
import { useMe } from '../../session/me.ts'
import { useIncidentName } from './chosen-incident.ts'

export type Incident = components['schemas']['Incident']
export type Fact = components['schemas']['Fact']

/** An incident with all that is known about it, by id or slug. */
export const incidentQuery = (incident: string) =>
  queryOptions({
    queryKey: ['incident', incident, 'whole'],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}', { params: { path: { incident } } })),
  })

/** The incident that is looked at. */
export function useIncident(): Incident {
  return useSuspenseQuery(incidentQuery(useIncidentName())).data
}

export const useConfiguration = (): Configuration => useSuspenseQuery(configurationQuery).data.configuration

/** Whether the reader may change this incident: members may, and whoever led it. */
export function useMayEdit(): boolean {
  const { member } = useMe()
  const { facts } = useIncident()
  if (member.role !== 'viewer') return true
  const leads = new Set((facts.roles['lead'] ?? []).map(({ value }) => value))
  return facts.people.some(({ id, email }) => leads.has(id) && email?.toLowerCase() === member.email.toLowerCase())
}
