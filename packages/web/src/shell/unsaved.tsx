import { Button, Group, Text } from '@mantine/core'
import { Dialog } from '../parts/dialog.tsx'
import { useBlocker } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { shell } from '../text/shell.ts'

/** Asks whoever goes away while something is not saved yet; the browser asks when the window is closed or loaded again. */
export function Unsaved({ is }: { is: boolean }): ReactNode {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    disabled: !is,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog onClose={reset} title={shell.unsaved} closeButtonProps={{ 'aria-label': shell.close }}>
      <Text size="sm">{shell.unsavedHint}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="subtle" color="red" onClick={proceed}>
          {shell.leave}
        </Button>
        <Button data-autofocus onClick={reset}>
          {shell.stay}
        </Button>
      </Group>
    </Dialog>
  )
}
