import { notifications } from '@mantine/notifications'
import { createElement } from 'react'
import { shell } from '../text/shell.ts'
import { Problem } from '../api/problem.ts'

/** Says in a corner what went wrong and what to do. */
export function sayProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : null
  if (problem?.status === 401) return saySignedOut()
  const message = problem?.message ?? (error instanceof Error ? error.message : String(error))
  notifications.show({
    id: `problem-${message}`,
    color: 'red',
    title: message,
    message: problem?.hint ?? '',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': shell.close },
  })
}

/** Says once that nobody is signed in any more, with the way back to this page; what is typed on it stays until somebody goes. */
function saySignedOut(): void {
  const href = `/sign-in?next=${encodeURIComponent(`${location.pathname}${location.search}`)}`
  notifications.show({
    id: 'signed-out',
    color: 'red',
    title: shell.signedOut,
    message: createElement('a', { href }, shell.signInAgain),
    autoClose: false,
    closeButtonProps: { 'aria-label': shell.close },
  })
}

/** Says in a corner that something is done. */
export function say(message: string, title?: string): void {
  notifications.show({ color: 'calm', message, ...(title === undefined ? {} : { title }), autoClose: 4000, closeButtonProps: { 'aria-label': shell.close } })
}
