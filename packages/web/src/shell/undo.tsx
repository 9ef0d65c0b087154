import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { shell } from '../text/shell.ts'

/** Says what was done, with the way back: nobody is asked "are you sure?". Gives what takes the offer back, for when it no longer holds. */
export function offerUndo(done: string, undo: () => void): () => void {
  const id = notifications.show({
    color: 'calm',
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {shell.undo}
        </Button>
      </Group>
    ),
  })
  return () => void notifications.hide(id)
}
