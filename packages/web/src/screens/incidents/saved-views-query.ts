import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'

export type SavedView = components['schemas']['SavedView']

/** The views of lists that the reader has kept. */
export const savedViewsQuery = queryOptions({ queryKey: ['views'], queryFn: () => answer(api.GET('/v1/views')), staleTime: 5 * 60_000 })
