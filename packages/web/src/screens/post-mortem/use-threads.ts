import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'

/** A thread of comments. `place`: where it stands. */
export type Thread = components['schemas']['CommentThread']

/** The passage in the shared text that a thread is about. */
interface Passage {
  readonly anchor?: { readonly from: unknown; readonly to: unknown }
  readonly quote?: string
}

/** A new thread: what is said, and about which passage. */
interface Opening extends Passage {
  readonly text: string
  readonly mentions: string[]
}

interface Threads {
  readonly threads: readonly Thread[]
  readonly open: UseMutationResult<unknown, Error, Opening>
  readonly reply: UseMutationResult<unknown, Error, { thread: string; text: string; mentions: string[] }>
  readonly settle: UseMutationResult<unknown, Error, { thread: string; resolved: boolean }>
  /** Puts a thread on another passage. */
  readonly move: UseMutationResult<unknown, Error, Passage & { thread: string }>
  readonly remove: UseMutationResult<unknown, Error, string>
}

/** What people say about a post-mortem, and how to say something. The event stream says when somebody else did. */
export function useThreads(postMortem: string): Threads {
  const client = useQueryClient()
  const queryKey = ['post-mortem', postMortem, 'threads']
  const path = { postMortem }
  const keep = (data: { items: readonly Thread[] }): void => void client.setQueryData(queryKey, data)
  const { data } = useQuery({ queryKey, queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/threads', { params: { path } })) })
  return {
    threads: data?.items ?? [],
    open: useMutation({
      mutationFn: (body: Opening) => answer(api.POST('/v1/post-mortems/{postMortem}/threads', { params: { path }, body })),
      onSuccess: keep,
    }),
    reply: useMutation({
      mutationFn: ({ thread, ...body }: { thread: string; text: string; mentions: string[] }) =>
        answer(api.POST('/v1/post-mortems/{postMortem}/threads/{thread}/comments', { params: { path: { ...path, thread } }, body })),
      onSuccess: keep,
    }),
    settle: useMutation({
      mutationFn: ({ thread, resolved }: { thread: string; resolved: boolean }) =>
        answer(api.PATCH('/v1/post-mortems/{postMortem}/threads/{thread}', { params: { path: { ...path, thread } }, body: { resolved } })),
      onSuccess: keep,
    }),
    move: useMutation({
      mutationFn: ({ thread, ...body }: Passage & { thread: string }) =>
        answer(api.PATCH('/v1/post-mortems/{postMortem}/threads/{thread}', { params: { path: { ...path, thread } }, body })),
      onSuccess: keep,
    }),
    remove: useMutation({
      mutationFn: (comment: string) => answer(api.DELETE('/v1/post-mortems/{postMortem}/comments/{comment}', { params: { path: { ...path, comment } } })),
      onSuccess: keep,
    }),
  }
}
