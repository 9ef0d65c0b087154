import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBook2, IconDots, IconDownload, IconExternalLink, IconHistory, IconShare3, IconTrash } from '../../../parts/icons.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { useShortcuts, type Shortcut } from '../../../shell/shortcuts.ts'
import { exporting, review as text, share } from '../../../text/reading.ts'
import { pagesText } from '../../../text/places.ts'
import type { PostMortemSummary } from './post-mortem-queries.ts'
import { ReviewButtons } from './review-buttons.tsx'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))
const PagesDialog = lazy(async () => ({ default: (await import('../pages/pages-dialog.tsx')).PagesDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

/** What can be done with a post-mortem as a whole: review and publish, export, share, versions. `zone`: the document's. `toWrite`: how many sections are. */
export function PostMortemActions({
  postMortem,
  zone,
  toWrite = 0,
  reading = false,
}: {
  postMortem: PostMortemSummary
  zone: string
  toWrite?: number
  reading?: boolean
}): ReactNode {
  const [exportOpen, exportDoor] = useDisclosure()
  const [shareOpen, shareDoor] = useDisclosure()
  const [pagesOpen, pagesDoor] = useDisclosure()
  const [deleting, deleteDoor] = useDisclosure()
  const go = useNavigate()
  const params = useMemo(() => ({ postMortem: postMortem.id }), [postMortem.id])
  useShortcuts(
    useMemo(
      (): readonly Shortcut[] => [
        { keys: 'e', does: exporting.title, where: text.where, run: exportDoor.open },
        { keys: 'v', does: text.versions, where: text.where, run: () => void go({ to: '/post-mortems/$postMortem/versions', params }) },
      ],
      [exportDoor.open, go, params],
    ),
  )
  return (
    <Group gap="xs">
      <ReviewButtons postMortem={postMortem} toWrite={toWrite} />
      <Button variant="default" size="sm" visibleFrom="xs" leftSection={<IconDownload size={16} aria-hidden />} onClick={exportDoor.open}>
        {exporting.open}
      </Button>
      <ActionIcon variant="default" size={36} hiddenFrom="xs" aria-label={exporting.open} onClick={exportDoor.open}>
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text.more}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {reading ? null : (
            <Menu.Item
              leftSection={<IconBook2 size={16} aria-hidden />}
              renderRoot={(given) => <Link to="/post-mortems/$postMortem/read" params={params} {...given} />}
            >
              {text.read}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconHistory size={16} aria-hidden />}
            renderRoot={(given) => <Link to="/post-mortems/$postMortem/versions" params={params} {...given} />}
          >
            {text.versions}
          </Menu.Item>
          <Menu.Item leftSection={<IconExternalLink size={16} aria-hidden />} onClick={pagesDoor.open}>
            {pagesText.open}
          </Menu.Item>
          <Menu.Item leftSection={<IconShare3 size={16} aria-hidden />} onClick={shareDoor.open}>
            {share.open}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={deleteDoor.open}>
            {text.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {exportOpen ? <ExportDialog postMortem={postMortem} zone={zone} onClose={exportDoor.close} /> : null}
        {pagesOpen ? <PagesDialog postMortem={postMortem.id} onClose={pagesDoor.close} /> : null}
        {shareOpen ? <ShareDialog postMortem={postMortem} onClose={shareDoor.close} /> : null}
      </Suspense>
      <DeleteDialog postMortem={postMortem} opened={deleting} onClose={deleteDoor.close} />
    </Group>
  )
}

/** Deleting takes versions and comments along and cannot be undone, so here, and only here, somebody is asked. */
function DeleteDialog({ postMortem, opened, onClose }: { postMortem: PostMortemSummary; opened: boolean; onClose: () => void }): ReactNode {
  const go = useNavigate()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/post-mortems/{postMortem}', { params: { path: { postMortem: postMortem.id } } })),
    async onSuccess() {
      await go({ to: '/incidents/$incident', params: { incident: postMortem.incident.slug } })
      await queries.invalidateQueries({ queryKey: ['post-mortems'] })
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} title={text.deleteTitle}>
      <Stack>
        <Text size="sm">{text.deleteHint}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {text.delete}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
