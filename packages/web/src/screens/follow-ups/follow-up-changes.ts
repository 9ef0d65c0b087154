import { useMutation, useQueryClient, type InfiniteData, type UseMutationResult } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'

export type FollowUp = components['schemas']['FollowUp']
export type Change = components['schemas']['ChangeFollowUpBody']
type Page = components['schemas']['FollowUpPage']

/** Some follow-ups, and what is to hold of each. */
export interface Changes {
  readonly rows: readonly FollowUp[]
  readonly change: Change
}

/** The newest revision of each follow-up that was changed here; a list that is on its way may still have an older one. */
const revisions = new Map<string, number>()

/** Changes follow-ups, one or many at once; they show it before the server has answered, and what it refuses shows as it was. */
export function useFollowUpChanges(): UseMutationResult<void, Error, Changes> {
  const queries = useQueryClient()
  return useMutation({
    // One after the other, so that the second change of a row is made from what the first one made of it.
    scope: { id: 'follow-ups' },
    async mutationFn({ rows, change }) {
      for (const { id, incident, revision } of rows) {
        const path = { incident: incident.id, followUp: id }
        const known = Math.max(revision, revisions.get(id) ?? 0)
        const changed = await answer(
          api.PATCH('/v1/incidents/{incident}/follow-ups/{followUp}', { params: { path, header: { 'If-Match': `"${known}"` } }, body: change }),
        )
        revisions.set(id, changed.revision)
      }
    },
    async onMutate({ rows, change }) {
      await queries.cancelQueries({ queryKey: ['follow-ups'] })
      const ids = new Set(rows.map(({ id }) => id))
      const { owner, ticket: _ticket, ...plain } = change
      queries.setQueriesData<InfiniteData<Page>>({ queryKey: ['follow-ups'] }, (data) => {
        if (data === undefined) return data
        const show = (row: FollowUp): FollowUp =>
          ids.has(row.id)
            ? { ...row, ...plain, ...(owner === undefined ? {} : { owner: owner === null ? null : { id: null, name: ownerName(owner, queries) } }) }
            : row
        return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(show) })) }
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['follow-ups'] }),
  })
}

/** The name of a member by their id; anything else is a name already. */
function ownerName(owner: string, queries: ReturnType<typeof useQueryClient>): string {
  const members = queries.getQueryData<components['schemas']['MemberList']>(['members'])
  return members?.items.find(({ id }) => id === owner)?.name ?? owner
}
