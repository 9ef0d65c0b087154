import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { followUpsText as text } from '../../text/follow-ups.ts'
import type { FollowUp } from './follow-up-changes.ts'

type Made = components['schemas']['AddFollowUpBody']

/** Adds follow-ups to an incident and takes them away, with a way back. */
export function useFollowUpsOf(incident: string): { add: (made: Made) => void; remove: (row: FollowUp) => void } {
  const queries = useQueryClient()
  const onSettled = (): Promise<void> => queries.invalidateQueries({ queryKey: ['follow-ups'] })
  const path = { incident }
  const add = useMutation({
    mutationFn: (body: Made) => answer(api.POST('/v1/incidents/{incident}/follow-ups', { params: { path }, body })),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: ({ id }: FollowUp) => answer(api.DELETE('/v1/incidents/{incident}/follow-ups/{followUp}', { params: { path: { incident, followUp: id } } })),
    onSuccess: (_gone, row) => offerUndo(text.removed, () => add.mutate(asMade(row))),
    onSettled,
  })
  return { add: add.mutate, remove: remove.mutate }
}

/** What makes a follow-up like one that was taken away. */
function asMade({ text: words, owner, due, priority, outcome, reason, ticket }: FollowUp): Made {
  return {
    text: words,
    owner: owner === null ? null : (owner.id ?? owner.name),
    due,
    priority,
    outcome,
    reason,
    ticket: ticket === null ? null : { title: ticket.title, url: ticket.url },
  }
}
