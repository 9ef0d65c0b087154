import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconFileText, IconPencilPlus } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { incident as text } from '../../text/incident.ts'
import { useIncident, useMayEdit } from './incident-query.ts'

/** The way to the incident's post-mortem; where there is none, the button that fills the template that fits best, or another. */
export function WritePostMortem(): ReactNode {
  const { id } = useIncident()
  const mayEdit = useMayEdit()
  const [choosing, setChoosing] = useState(false)
  const queries = useQueryClient()
  const go = useNavigate()
  const path = { incident: id }
  const { data: written } = useQuery({
    queryKey: ['post-mortems', 'of', id],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}/post-mortems', { params: { path } })),
  })
  const { data: fitting } = useQuery({
    queryKey: ['templates', 'for', id],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}/templates', { params: { path } })),
    enabled: choosing,
  })
  const { mutate, isPending } = useMutation({
    mutationFn: (template: string | null) =>
      answer(api.POST('/v1/incidents/{incident}/post-mortems', { params: { path }, body: template === null ? {} : { template } })),
    onSuccess: async (made) => {
      void queries.invalidateQueries({ queryKey: ['post-mortems'] })
      void queries.invalidateQueries({ queryKey: ['incidents'] })
      await go({ to: '/post-mortems/$postMortem', params: { postMortem: made.id } })
    },
  })
  if (written === undefined) return null
  const [first] = written.items
  const write = first === undefined
  return (
    <Group gap={2} wrap="nowrap">
      {first === undefined ? (
        mayEdit ? (
          <Button leftSection={<IconPencilPlus size={16} aria-hidden />} loading={isPending} onClick={() => mutate(null)}>
            {text.write}
          </Button>
        ) : null
      ) : (
        <Button component={Link} to={`/post-mortems/${first.id}`} variant="light" leftSection={<IconFileText size={16} aria-hidden />}>
          {`${text.open} · ${text.status[first.status] ?? first.status}`}
        </Button>
      )}
      {mayEdit || written.items.length > 1 ? (
        <Menu position="bottom-end" width={330} opened={choosing} onChange={setChoosing}>
          <Menu.Target>
            <ActionIcon size={36} variant={write ? 'filled' : 'light'} aria-label={text.writeFrom} loading={isPending}>
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {written.items.slice(write ? 0 : 1).map(({ id: one, title, status }) => (
              <Menu.Item key={one} renderRoot={(given) => <Link to={`/post-mortems/${one}`} {...given} />}>
                {title} · {text.status[status] ?? status}
              </Menu.Item>
            ))}
            <Menu.Label>{text.writeFrom}</Menu.Label>
            {(fitting?.items ?? []).map(({ template, fits, reason }, index) => (
              <Menu.Item key={template.id} onClick={() => mutate(template.id)}>
                {template.title} {index === 0 && fits ? `· ${text.best}` : ''}
                <Text size="xs" c="dimmed">
                  {reason}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  )
}
