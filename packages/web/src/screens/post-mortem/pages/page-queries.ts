import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../api/client.ts'
import type { components } from '../../../api/schema.ts'

export type Page = components['schemas']['Page']
export type PagePlan = components['schemas']['PagePlan']
export type Choice = NonNullable<components['schemas']['PublishPageBody']['choice']>

/** Where a post-mortem is published, and how each page stands. */
export const pagesQuery = (postMortem: string) =>
  queryOptions({
    queryKey: ['pages', postMortem],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/pages', { params: { path: { postMortem } } })),
  })

/** What publishing would change on a page: it is read there, so it is asked only when somebody wants to know. */
export const planQuery = (postMortem: string, page: string) =>
  queryOptions({
    queryKey: ['page-plan', page],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/pages/{page}/plan', { params: { path: { postMortem, page } } })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
