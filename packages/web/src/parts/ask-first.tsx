import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { shell } from '../text/shell.ts'
import { Dialog } from './dialog.tsx'

/** Asks before something that nothing brings back: what goes, and what stops with it, in a sentence. What can be undone is not asked about but done, with the way back. */
export function AskFirst({
  title,
  says,
  go,
  busy,
  onGo,
  onClose,
}: {
  title: string
  says: string
  /** What the button says that does it. */
  go: string
  busy: boolean
  onGo: () => void
  onClose: () => void
}): ReactNode {
  return (
    <Dialog onClose={onClose} title={title} closeButtonProps={{ 'aria-label': shell.close }}>
      <Text size="sm">{says}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {shell.keep}
        </Button>
        <Button color="red" loading={busy} onClick={onGo}>
          {go}
        </Button>
      </Group>
    </Dialog>
  )
}
