import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { Problem } from '../../../api/problem.ts'
import { sayProblem } from '../../../shell/say.ts'
import { pagesQuery, type Page } from './page-queries.ts'

/** A publishing; `true` says that whoever sees the place may read it. */
export type Publishing = UseMutationResult<Page, Error, boolean>

/** Publishes, and keeps apart what only wants to be confirmed. Gives the publishing, and what has to be confirmed first, in a sentence. */
export function usePublish(
  postMortem: string,
  send: (confirmed: boolean) => Promise<Page>,
  done: () => void,
): { publish: Publishing; toConfirm: string | null } {
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: send,
    meta: { quiet: true },
    async onSuccess() {
      done()
      await queries.invalidateQueries({ queryKey: pagesQuery(postMortem).queryKey })
    },
    onError: (error) => {
      if (!isToConfirm(error)) sayProblem(error)
    },
  })
  return { publish, toConfirm: isToConfirm(publish.error) ? publish.error.message : null }
}

const isToConfirm = (error: unknown): error is Problem => error instanceof Problem && error.code === 'confirm-audience'
