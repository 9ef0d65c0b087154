import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { incidentsText as text } from '../../text/incidents.ts'
import type { IncidentSummary } from './incidents-query.ts'
import classes from './incidents.module.css'

/** How far the post-mortem is, as a link; where there is none, the way to one. */
export function PostMortemCell({ row, mayWrite }: { row: IncidentSummary; mayWrite: boolean }): ReactNode {
  const go = useNavigate()
  const write = useMutation({
    mutationFn: () => answer(api.POST('/v1/incidents/{incident}/post-mortems', { params: { path: { incident: row.id } }, body: {} })),
    onSuccess: ({ id }) => void go({ to: '/post-mortems/$postMortem', params: { postMortem: id } }),
  })
  if (row.postMortem !== null)
    return (
      <Link
        to="/post-mortems/$postMortem"
        params={{ postMortem: row.postMortem.id }}
        className={classes['state']}
        data-state={row.postMortem.status}
        data-post-mortem
        aria-label={`${text.columns.postMortem}: ${text.postMortemState[row.postMortem.status] ?? row.postMortem.status}`}
      >
        {text.postMortemState[row.postMortem.status] ?? row.postMortem.status}
      </Link>
    )
  if (!mayWrite) return <span className={classes['dim']}>{text.noTime}</span>
  return (
    <button
      type="button"
      className={classes['write']}
      data-post-mortem
      disabled={write.isPending}
      aria-label={`${text.write}: ${row.title}`}
      onClick={() => write.mutate()}
    >
      {text.write}
    </button>
  )
}
