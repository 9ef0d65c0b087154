import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { shell } from '../text/shell.ts'

/** Says that somebody else saved what is being changed here, and asks which of the two goes. */
export function SavedMeanwhile({ onDiscard, onInsist }: { readonly onDiscard: () => void; readonly onInsist: () => void }): ReactNode {
  return (
    <Alert color="yellow" my="sm" title={shell.savedMeanwhile} role="alert">
      <Text size="sm">{shell.savedMeanwhileHint}</Text>
      <Group mt="sm" gap="xs">
        <Button size="xs" variant="default" onClick={onDiscard}>
          {shell.takeTheirs}
        </Button>
        <Button size="xs" variant="default" onClick={onInsist}>
          {shell.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
