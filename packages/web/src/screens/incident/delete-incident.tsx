import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconTrash } from '../../parts/icons.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { incident as text } from '../../text/incident.ts'
import { useIncident } from './incident-query.ts'

/** What is done seldom: deleting the incident, after a question, because nothing brings it back. */
export function DeleteIncident(): ReactNode {
  const { id, facts } = useIncident()
  const { member } = useMe()
  const [asked, door] = useDisclosure()
  const queries = useQueryClient()
  const go = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/incidents/{incident}', { params: { path: { incident: id } } })),
    onSuccess: async () => {
      door.close()
      await go({ to: '/incidents' })
      queries.removeQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries()
      say(text.deleted)
    },
  })
  const leads = (facts.roles['lead'] ?? []).some(({ value }) => facts.people.find((person) => person.id === value)?.email === member.email)
  if (member.role !== 'administrator' && !(member.role === 'member' && leads)) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="subtle" color="gray" aria-label={text.more}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item c="var(--house-bad)" leftSection={<IconTrash size={15} aria-hidden />} onClick={door.open}>
            {text.delete} …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asked} onClose={door.close} title={text.deleteTitle}>
        <Text size="sm">{text.deleteText(facts.title === null ? text.untitled : String(facts.title.value))}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={door.close} data-autofocus>
            {text.keep}
          </Button>
          <Button color="red" loading={isPending} onClick={() => mutate()}>
            {text.deleteConfirm}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
