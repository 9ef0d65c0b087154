import { notifications } from '@mantine/notifications'
import { shell } from '../text/shell.ts'
import { Problem } from '../api/problem.ts'

/** Says in a corner what went wrong and what to do. */
export function sayProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : null
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

/** Says in a corner that something is done. */
export function say(message: string, title?: string): void {
  notifications.show({ color: 'calm', message, ...(title === undefined ? {} : { title }), autoClose: 4000, closeButtonProps: { 'aria-label': shell.close } })
}
