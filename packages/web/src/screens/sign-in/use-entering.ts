import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'

/** A form of the door that is being sent. */
interface Entering {
  readonly isPending: boolean
  readonly error: Error | null
  readonly submit: (event: FormEvent) => void
}

/** Sends a form of the door, and when it is accepted goes in: to a page of our own. Its error is shown by whoever asks. */
export function useEntering(send: () => Promise<unknown>, page = '/'): Entering {
  const { mutate, isPending, error } = useMutation({ meta: { quiet: true }, mutationFn: send, onSuccess: () => location.assign(page) })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mutate()
  }
  return { isPending, error, submit }
}
