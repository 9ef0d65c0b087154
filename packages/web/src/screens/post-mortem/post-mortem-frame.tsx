import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Room } from '../../rooms/room.ts'
import { useRoomState } from '../../rooms/use-room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './post-mortem-screen.module.css'
import type { PostMortem } from './writing-context.ts'

const COLOURS = { draft: 'gray', 'in-review': 'yellow', published: 'calm' } as const

interface Parts {
  readonly postMortem: PostMortem
  /** The room that the text is written in, once there is one. */
  readonly room?: Room | null
  /** Who is here, and what can be done. */
  readonly actions?: ReactNode
  /** What has to be said before the text. */
  readonly notice?: ReactNode
  readonly outline?: ReactNode
  readonly margin?: ReactNode
  readonly children: ReactNode
}

/** What stands around a post-mortem's text: the same before and after the editor is there, so that nothing jumps. */
export function PostMortemFrame({ postMortem, room = null, actions, notice, outline, margin, children }: Parts): ReactNode {
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
          {status === 'published' ? null : <Saving room={room} />}
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

/** Whether what is typed is saved. */
function Saving({ room }: { room: Room | null }): ReactNode {
  const saving = useRoomState(room, 'saving')
  return (
    <span className={classes['state']} data-kind={saving} role="status" aria-live="polite">
      {words.saving[saving]}
    </span>
  )
}
