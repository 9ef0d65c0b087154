import { useQuery } from '@tanstack/react-query'
import type { components } from '../api/schema.ts'
import { configurationQuery } from '../api/workspace-queries.ts'

export type Configuration = components['schemas']['Configuration']

/** What the team has set, for pages that show something before it is there. */
export function useKnownConfiguration(): Configuration | null {
  return useQuery(configurationQuery).data?.configuration ?? null
}
