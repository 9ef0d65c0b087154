import { Alert } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { signIn as text } from '../../text/sign-in.ts'
import { Door } from './door.tsx'

/** The token of the link that somebody has come by: what stands behind the `#`. */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  return token
}

/** The door for somebody who has come by a link; without one, the sentence that says where to get it. */
export function LinkDoor({ token, title, hint, missing, children }: LinkDoorProps): ReactNode {
  if (token.length >= 10)
    return (
      <Door title={title} hint={hint}>
        {children}
      </Door>
    )
  return (
    <Door title={text.noToken}>
      <Alert color="yellow">{missing}</Alert>
    </Door>
  )
}

interface LinkDoorProps {
  readonly token: string
  readonly title: string
  readonly hint: string
  /** What to do without a link. */
  readonly missing: string
  readonly children: ReactNode
}
