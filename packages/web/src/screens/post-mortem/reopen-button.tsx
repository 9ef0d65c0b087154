import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { postMortem as words } from '../../text/post-mortem.ts'

/** Makes a published post-mortem a draft again, with the reason. */
export function ReopenButton({ postMortem }: { postMortem: string }): ReactNode {
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [note, setNote] = useState('')
  const reopen = useMutation({
    mutationFn: () => answer(api.POST('/v1/post-mortems/{postMortem}/reopen', { params: { path: { postMortem } }, body: { note: note.trim() } })),
    onSuccess: async () => {
      setOpened(false)
      await client.invalidateQueries({ queryKey: ['post-mortem', postMortem] })
    },
  })
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => setOpened(true)}>
        {words.reopen}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={words.reopenTitle}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            reopen.mutate()
          }}
        >
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {words.reopenHint}
            </Text>
            <Textarea label={words.reopenWhy} value={note} autosize minRows={2} data-autofocus onChange={(event) => setNote(event.currentTarget.value)} />
            <Button type="submit" loading={reopen.isPending} disabled={note.trim() === ''}>
              {words.reopen}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
