import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncidentName } from './chosen-incident.ts'
import { corrected, valueAt } from './corrected.ts'
import { incidentQuery, type Incident } from './incident-query.ts'

/** What a person says: new values by path (null: there is none), and paths at which the record's own value is to hold again. */
export interface Said {
  readonly set?: Readonly<Record<string, unknown>>
  readonly undo?: readonly string[]
}

interface Change extends Said {
  /** What it is about, as the notice names it. */
  readonly what: string
  /** No way back is offered: this is one. */
  readonly final?: boolean
}

/** Says what holds of the incident that is looked at, whatever its record says. Shown at once; the notice has the way back. */
export function useCorrect(): (what: string, said: Said) => void {
  const name = useIncidentName()
  const { member } = useMe()
  const queries = useQueryClient()
  const { queryKey } = incidentQuery(name)
  const { mutate } = useMutation({
    mutationFn: (change: Change & { readonly before: Incident }) => send(name, change),
    scope: { id: `correct ${name}` },
    onMutate: async ({ set = {} }) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      if (before !== undefined) queries.setQueryData(queryKey, corrected(before, set, member.name))
      return { shown: before }
    },
    onSuccess: (after, change) => {
      queries.setQueryData(queryKey, after)
      if (change.final === true) return say(text.changed(change.what))
      const done = change.set === undefined ? text.takenBack(change.what) : text.changed(change.what)
      offerUndo(done, () => mutate({ what: change.what, ...wayBack(change), before: after, final: true }))
    },
    onError: (_error, _change, context) => {
      if (context?.shown !== undefined) queries.setQueryData(queryKey, context.shown)
      void queries.invalidateQueries({ queryKey })
    },
  })
  return useCallback(
    (what, said) => {
      const before = queries.getQueryData(queryKey)
      if (before !== undefined) mutate({ what, ...said, before })
    },
    // The key is made of the name.
    [mutate, queries, name],
  )
}

/** Sends a change. Where others changed something else meanwhile, it is sent again over theirs; where they changed the very same, nothing is overwritten. */
async function send(name: string, { what, set = {}, undo = [], before }: Change & { readonly before: Incident }): Promise<Incident> {
  const path = { incident: name }
  const body = { set: { ...set }, undo: [...undo] }
  let revision = before.revision
  for (let tries = 0; ; tries++) {
    try {
      return await answer(api.PATCH('/v1/incidents/{incident}', { params: { path, header: { 'If-Match': `"${revision}"` } }, body }))
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412 || tries > 3) throw error
      const now = await answer(api.GET('/v1/incidents/{incident}', { params: { path } }))
      const same = [...Object.keys(set), ...undo].every((one) => JSON.stringify(valueAt(now, one)) === JSON.stringify(valueAt(before, one)))
      if (!same) throw new Problem(409, { code: 'changed', detail: text.meanwhile(what) })
      revision = now.revision
    }
  }
}

/** What puts back how it was: the person's word that held before, or the record's own value. */
function wayBack({ set = {}, undo = [], before }: Change & { readonly before: Incident }): Said {
  const paths = [...Object.keys(set), ...undo]
  const said = new Map(before.corrections.map(({ path, value }) => [path, value]))
  return {
    set: Object.fromEntries(paths.filter((path) => said.has(path)).map((path) => [path, said.get(path)])),
    undo: paths.filter((path) => !said.has(path)),
  }
}
