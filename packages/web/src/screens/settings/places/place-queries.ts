import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../api/client.ts'
import type { components } from '../../../api/schema.ts'

export type Connection = components['schemas']['Connection']
export type PageDestination = components['schemas']['PageDestination']
export type PlaceSetting = components['schemas']['PlaceSetting']
export type PlaceRule = components['schemas']['PlaceRule']

/** The kinds of places that there are. */
export const destinationsQuery = queryOptions({ queryKey: ['destinations'], queryFn: () => answer(api.GET('/v1/destinations')), staleTime: Infinity })

/** The places that are connected. */
export const connectionsQuery = queryOptions({ queryKey: ['connections'], queryFn: () => answer(api.GET('/v1/connections')) })

/** Which post-mortems go where by themselves. Under the key of connections, which they change with. */
export const placeRulesQuery = queryOptions({ queryKey: ['connections', 'rules'], queryFn: () => answer(api.GET('/v1/place-rules')) })
