import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import type { components } from '../api/schema.ts'

export type Me = components['schemas']['Me']

/** Who is signed in. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => answer(api.GET('/v1/me')), staleTime: 5 * 60_000, retry: false })

/** Who is signed in; for everything inside the frame, where somebody is. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** The zone in which the reader's times are shown: the one of their account, else their browser's. */
export function useReaderZone(): string {
  return useMe().member.zone ?? BROWSER_ZONE
}

/** The zone of the machine that the browser runs on. */
export const BROWSER_ZONE: string = new Intl.DateTimeFormat().resolvedOptions().timeZone
