import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../api/client.ts'
import type { components } from '../../../api/schema.ts'

export type Archive = components['schemas']['Archive']

/** Where the archive is kept, and how that stands. */
export const archiveQuery = queryOptions({ queryKey: ['archive'], queryFn: () => answer(api.GET('/v1/archive')) })
