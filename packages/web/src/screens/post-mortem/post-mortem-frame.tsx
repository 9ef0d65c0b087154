import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Room } from '../../rooms/room.ts'
import { useRoomState } from '../../rooms/use-room.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './post-mortem-screen.module.css'
import type { PostMortem } from './writing-context.ts'

const COLOURS = { draft: 'gray', 'in-review': 'yellow', published: 'calm' } as const

/** Where in the frame whoever writes puts what is theirs. */
export interface Places {
  /** Who is here, and what can be done. */
  readonly actions: HTMLElement
  /** What has to be said before the text. */
  readonly notice: HTMLElement
  readonly outline: HTMLElement
  /** Under the title, after what is shown there already. */
  readonly paper: HTMLElement
  readonly margin: HTMLElement
}

interface Parts {
  readonly postMortem: PostMortem
  /** The room that the text is written in, once there is one. */
  readonly room: Room | null
  /** Is told of the places when they are there. */
  readonly onPlaces: (places: Places) => void
  readonly children: ReactNode
}

/** What stands around a post-mortem's text: the same before and after the editor is there, so that nothing jumps and nothing is made twice. */
export function PostMortemFrame({ postMortem, room, onPlaces, children }: Parts): ReactNode {
  const { incident, status, title } = postMortem
  const [actions, notice, outline, paper, margin] = [useDiv(), useDiv(), useDiv(), useDiv(), useDiv()]
  useLayoutEffect(() => {
    const [a, n, o, p, m] = [actions, notice, outline, paper, margin].map(({ current }) => current)
    if (a && n && o && p && m) onPlaces({ actions: a, notice: n, outline: o, paper: p, margin: m })
  }, [actions, notice, outline, paper, margin, onPlaces])
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
        <div ref={actions} className={classes['place']} />
      </header>
      <div ref={notice} />
      <div className={classes['columns']}>
        <div ref={outline} className={classes['outline']} />
        <div ref={paper} className={classes['paper']}>
          <h1 className={classes['heading']}>{title}</h1>
          {children}
        </div>
        <div ref={margin} className={classes['margin']} />
      </div>
    </>
  )
}

const useDiv = (): RefObject<HTMLDivElement | null> => useRef<HTMLDivElement>(null)

/** Whether what is typed is saved. */
function Saving({ room }: { room: Room | null }): ReactNode {
  const saving = useRoomState(room, 'saving')
  return (
    <span className={classes['state']} data-kind={saving} role="status" aria-live="polite">
      {words.saving[saving]}
    </span>
  )
}
