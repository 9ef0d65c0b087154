import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../api/client.ts'
import type { components } from '../../../api/schema.ts'

export type PostMortem = components['schemas']['PostMortem']
export type PostMortemSummary = components['schemas']['PostMortemSummary']

/** A post-mortem with its text as it shows itself now. */
export const postMortemQuery = (id: string) =>
  queryOptions({
    queryKey: ['post-mortem', id],
    queryFn: (): Promise<PostMortem> => answer(api.GET('/v1/post-mortems/{postMortem}', { params: { path: { postMortem: id } } })),
  })

/** Who was asked to review it, and what they said. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['post-mortem', id, 'review'],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/review', { params: { path: { postMortem: id } } })),
  })

/** The links by which it can be read without an account. */
export const shareLinksQuery = (id: string) =>
  queryOptions({
    queryKey: ['post-mortem', id, 'share-links'],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/share-links', { params: { path: { postMortem: id } } })),
  })
