import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useState, type ReactNode } from 'react'
import { followUpsText as text } from '../../text/follow-ups.ts'

/** Why something will not be done: it ends honestly, or not at all. */
export function WhyDialog({ onClose, onWhy }: { onClose: () => void; onWhy: (reason: string) => void }): ReactNode {
  const [reason, setReason] = useState('')
  return (
    <Dialog onClose={onClose} title={text.whyTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') onWhy(reason.trim())
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {text.whyHint}
          </Text>
          <Textarea label={text.why} required autosize minRows={2} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button type="submit" disabled={reason.trim() === ''}>
              {text.keep}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
