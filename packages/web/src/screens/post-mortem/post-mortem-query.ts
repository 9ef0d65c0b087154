import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'

/** A post-mortem with its text as it is stored, and its live blocks with the facts of now. */
export const postMortemQuery = (id: string) =>
  queryOptions({ queryKey: ['post-mortem', id], queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}', { params: { path: { postMortem: id } } })) })
