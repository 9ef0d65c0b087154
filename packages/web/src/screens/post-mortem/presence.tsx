import { Avatar, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Present } from '../../rooms/use-presence.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './presence.module.css'

const MOST = 5

/** Who has the text open: a face each, in the colour of their caret. */
export function Presence({ present }: { present: readonly Present[] }): ReactNode {
  if (present.length < 2) return null
  const shown = present.slice(0, MOST)
  const rest = present.length - shown.length
  return (
    <ul className={classes['faces']} aria-label={words.present(present.map(({ name }) => name))}>
      {shown.map(({ id, name, colour, isMe }) => (
        <Tooltip key={id} label={isMe ? words.you(name) : name}>
          <li className={classes['face']} data-colour={colour}>
            <Avatar
              size={30}
              radius="xl"
              color="gray"
              variant="transparent"
              classNames={{ placeholder: classes['letters'] ?? '' }}
              alt={isMe ? words.you(name) : name}
            >
              {initials(name)}
            </Avatar>
          </li>
        </Tooltip>
      ))}
      {rest > 0 ? <li className={classes['rest']}>{words.morePresent(rest)}</li> : null}
    </ul>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => Array.from(part).slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase()
