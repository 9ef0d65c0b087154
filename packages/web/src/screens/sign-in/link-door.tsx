import { Alert } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
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

/** A form of the door that is being sent. */
interface Entering {
  readonly isPending: boolean
  readonly error: Error | null
  readonly submit: (event: FormEvent) => void
}

/** Sends a form of the door, and when it is accepted goes in. Its error is shown by whoever asks. */
export function useEntering(send: () => Promise<unknown>): Entering {
  const { mutate, isPending, error } = useMutation({ meta: { quiet: true }, mutationFn: send, onSuccess: () => location.assign('/') })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mutate()
  }
  return { isPending, error, submit }
}
