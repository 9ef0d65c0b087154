import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RoomState } from '../../rooms/room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './post-mortem-screen.module.css'
import type { PostMortem } from './writing-context.ts'

const COLOURS = { draft: 'gray', 'in-review': 'yellow', published: 'calm' } as const

interface Parts {
  readonly postMortem: PostMortem
  /** Whether what is typed is saved. */
  readonly saving?: RoomState['saving']
  /** Who is here, and what can be done. */
  readonly actions?: ReactNode
  /** What has to be said before the text. */
  readonly notice?: ReactNode
  readonly outline?: ReactNode
  readonly margin?: ReactNode
  readonly children: ReactNode
}

/** What stands around a post-mortem's text: the same before and after the editor is there, so that nothing jumps. */
export function PostMortemFrame({ postMortem, saving = 'opening', actions, notice, outline, margin, children }: Parts): ReactNode {
  const { incident, status, title } = postMortem
  return (
    <>
      <header className={classes['head']} role="group" aria-label={title}>
        <div className={classes['where']}>
          <Link to="/incidents/$incident" params={{ incident: incident.slug }} title={incident.title}>
            {words.incident}
          </Link>
          <span aria-hidden>/</span>
          <span className={classes['title']} title={title}>
            {title}
          </span>
          <Badge color={COLOURS[status]} style={{ flex: 'none' }}>
            {words.statuses[status]}
          </Badge>
          {status === 'published' ? null : (
            <span className={classes['state']} data-kind={saving} role="status" aria-live="polite">
              {words.saving[saving]}
            </span>
          )}
        </div>
        {actions}
      </header>
      {notice}
      <div className={classes['columns']}>
        <div className={classes['outline']}>{outline}</div>
        <div className={classes['paper']}>
          <h1 className={classes['heading']}>{title}</h1>
          {children}
        </div>
        <div className={classes['margin']}>{margin}</div>
      </div>
    </>
  )
}
