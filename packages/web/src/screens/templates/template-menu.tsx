import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useDisclosure } from '@mantine/hooks'
import { IconArchive, IconDots, IconDownload, IconHistory } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { Loading } from '../../shell/states.tsx'
import { templatesText as text } from '../../text/templates.ts'

type Template = components['schemas']['Template']

/** Blank copies, versions, and putting a template away. `onUse`: the text of an earlier version is wanted back. */
export function TemplateMenu({ template, onUse }: { template: Template; onUse: (text: string) => void }): ReactNode {
  const queries = useQueryClient()
  const [open, door] = useDisclosure()
  const writes = useMe().member.role !== 'viewer' && !template.builtIn
  const archive = useMutation({
    mutationFn: (archived: boolean) => answer(api.PATCH('/v1/templates/{template}', { params: { path: { template: template.id } }, body: { archived } })),
    async onSuccess(_done, archived) {
      await Promise.all([queries.invalidateQueries({ queryKey: ['template'] }), queries.invalidateQueries({ queryKey: ['templates'] })])
      offerUndo(archived ? text.archivedNow : text.restoredNow, () => archive.mutate(!archived))
    },
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text.more}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={`/v1/templates/${template.id}/blank.docx`} leftSection={<IconDownload size={16} aria-hidden />}>
            {text.blankWord}
          </Menu.Item>
          <Menu.Item component="a" href={`/v1/templates/${template.id}/blank.md`} leftSection={<IconDownload size={16} aria-hidden />}>
            {text.blankMarkdown}
          </Menu.Item>
          {template.builtIn ? null : (
            <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={door.open}>
              {text.versions}
            </Menu.Item>
          )}
          {writes ? (
            <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => archive.mutate(!template.archived)}>
              {template.archived ? text.restore : text.archive}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open ? (
        <Versions
          template={template.id}
          onClose={door.close}
          onUse={(words) => {
            onUse(words)
            door.close()
          }}
        />
      ) : null}
    </>
  )
}

function Versions({ template, onClose, onUse }: { template: string; onClose: () => void; onUse: (text: string) => void }): ReactNode {
  const { data } = useQuery({
    queryKey: ['template', template, 'versions'],
    queryFn: () => answer(api.GET('/v1/templates/{template}/versions', { params: { path: { template } } })),
  })
  return (
    <Dialog onClose={onClose} title={text.versions}>
      {data === undefined ? (
        <Loading what="the versions" />
      ) : (
        <Stack gap="sm">
          {data.items.map(({ version, by, at, note, text: words }) => (
            <Group key={version} justify="space-between" wrap="nowrap">
              <div>
                <Text size="sm" fw={550}>
                  {text.version(version)}
                </Text>
                <Text size="xs" c="dimmed">
                  {by} · <Moment at={at} />
                </Text>
                {note === null ? null : <Text size="xs">{note}</Text>}
              </div>
              <Button size="xs" variant="default" onClick={() => onUse(words)}>
                {text.use}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </Dialog>
  )
}
