import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { sayProblem } from '../shell/say.ts'
import { Problem } from './problem.ts'

/** Answers that are kept. What changes over there is heard of (`heard.ts`), so nothing is asked for again by the clock. */
export const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 3 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
    mutations: { retry: (count, error) => count < 5 && error instanceof Problem && error.status === 0, networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError(error, query) {
      // A page that has nothing to show says so itself; what was there stays, and the reader is told that it may be old.
      if (query.state.data !== undefined) sayProblem(error)
    },
  }),
  mutationCache: new MutationCache({
    onError(error, _given, _context, mutation) {
      if (mutation.meta?.['quiet'] !== true) sayProblem(error)
    },
  }),
})
