import { queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import type { components } from '../api/schema.ts'

export type Configuration = components['schemas']['Configuration']

/** What the team has set. */
export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: () => answer(api.GET('/v1/configuration')),
  staleTime: 5 * 60_000,
})

/** The same, for pages that show something before it is there. */
export function useKnownConfiguration(): Configuration | null {
  return useQuery(configurationQuery).data?.configuration ?? null
}
