import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'

/** What the team has set. */
export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: () => answer(api.GET('/v1/configuration')),
  staleTime: 5 * 60_000,
})

/** Every service that an incident names. */
export const servicesQuery = queryOptions({ queryKey: ['incidents', 'services'], queryFn: () => answer(api.GET('/v1/services')), staleTime: 60_000 })

/** Everybody in the workspace. */
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: () => answer(api.GET('/v1/members')), staleTime: 5 * 60_000 })

/** How people sign in here, and whether this server can send mail. */
export const waysQuery = queryOptions({ queryKey: ['session', 'ways'], queryFn: () => answer(api.GET('/v1/session/ways')) })
