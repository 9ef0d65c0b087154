import { IconClipboardText, IconFileImport, IconSparkles } from '../../parts/icons.tsx'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Empty } from '../../shell/states.tsx'
import { incidentsText as text } from '../../text/incidents.ts'
import classes from './incidents.module.css'

/** An empty workspace: three ways in. */
export function FirstDoors({ mayCreate }: { mayCreate: boolean }): ReactNode {
  const go = useNavigate()
  const example = useMutation({
    mutationFn: () => answer(api.POST('/v1/example')),
    onSuccess: ({ incident }) => void go({ to: '/incidents/$incident', params: { incident: incident.slug } }),
  })
  if (!mayCreate) return <Empty title={text.emptyTitle} hint={text.emptyHint} />
  const { drop, paste, example: third } = text.doors
  return (
    <div className={classes['first']}>
      <h1>{text.emptyTitle}</h1>
      <p>{text.emptyHint}</p>
      <div className={classes['doors']}>
        <Link to="/new" className={classes['door']}>
          <IconFileImport size={30} stroke={1.4} aria-hidden />
          <b>{drop.title}</b>
          <span>{drop.hint}</span>
        </Link>
        <Link to="/new" hash="paste" className={classes['door']}>
          <IconClipboardText size={30} stroke={1.4} aria-hidden />
          <b>{paste.title}</b>
          <span>{paste.hint}</span>
        </Link>
        <button type="button" className={classes['door']} disabled={example.isPending} onClick={() => example.mutate()}>
          <IconSparkles size={30} stroke={1.4} aria-hidden />
          <b>{third.title}</b>
          <span>{example.isPending ? text.opening : third.hint}</span>
        </button>
      </div>
    </div>
  )
}
