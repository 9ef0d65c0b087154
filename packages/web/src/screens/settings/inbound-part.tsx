import { Badge, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { Loading } from '../../shell/states.tsx'
import { settingsText } from '../../text/settings.ts'
import { SecretOnce } from './secret-once.tsx'
import classes from './settings-screen.module.css'
import { AdministratorsOnly } from './vocabulary-part.tsx'

const text = settingsText.inbound
const SOURCES = ['alertmanager', 'grafana', 'pagerduty', 'statuspage', 'github', 'jira', 'slack-export', 'incident-file', 'transcript']

/** Where other systems hand their records in. */
export function InboundPart(): ReactNode {
  const queries = useQueryClient()
  const may = useMe().member.role === 'administrator'
  const [opened, door] = useDisclosure()
  const [made, setMade] = useState<Readonly<Record<string, string>> | null>(null)
  const { data } = useQuery({ queryKey: ['inbound-addresses'], queryFn: () => answer(api.GET('/v1/inbound-addresses')), enabled: may })
  const revoke = useMutation({
    mutationFn: (address: string) => answer(api.DELETE('/v1/inbound-addresses/{address}', { params: { path: { address } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbound-addresses'] }),
  })
  if (!may) return <AdministratorsOnly />
  if (data === undefined) return <Loading what="the addresses" />
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={door.open}>
        {text.fresh}
      </Button>
      {made === null ? null : <SecretOnce says={text.once} parts={made} />}
      {data.items.length === 0 ? (
        <Text c="dimmed" size="sm" mt="lg">
          {text.none}
        </Text>
      ) : (
        data.items.map(({ id, name, source, lastReceivedAt }) => (
          <div key={id} className={classes['row']}>
            <div>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {name}
                </Text>
                <Badge color="gray">{source}</Badge>
              </Group>
              <Text size="xs" c="dimmed">
                {lastReceivedAt === null ? (
                  text.never
                ) : (
                  <>
                    {text.last} <Moment at={lastReceivedAt} />
                  </>
                )}
              </Text>
            </div>
            <Button variant="subtle" color="red" onClick={() => revoke.mutate(id)}>
              {text.revoke}
            </Button>
          </div>
        ))
      )}
      {opened ? (
        <InboundDialog
          onClose={door.close}
          onMade={(parts) => {
            setMade(parts)
            door.close()
          }}
        />
      ) : null}
    </>
  )
}

function InboundDialog({ onClose, onMade }: { onClose: () => void; onMade: (parts: Readonly<Record<string, string>>) => void }): ReactNode {
  const queries = useQueryClient()
  const [form, setForm] = useState({ name: '', source: 'alertmanager', private: false, check: true })
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/inbound-addresses', { body: form })),
    async onSuccess({ url, secret }) {
      onMade({ [text.address]: url, ...(secret === null ? {} : { [text.secret]: secret }) })
      await queries.invalidateQueries({ queryKey: ['inbound-addresses'] })
    },
  })
  return (
    <Modal opened onClose={onClose} title={text.fresh}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Stack>
          <TextInput label={settingsText.name} required data-autofocus value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <Select
            label={text.source}
            allowDeselect={false}
            data={[...SOURCES, { value: 'any', label: text.any }]}
            value={form.source}
            onChange={(source) => set({ source: source ?? 'any' })}
          />
          <Checkbox label={text.check} checked={form.check} onChange={(event) => set({ check: event.currentTarget.checked })} />
          <Checkbox label={text.private} checked={form.private} onChange={(event) => set({ private: event.currentTarget.checked })} />
          <Group justify="flex-end">
            <Button type="submit" loading={make.isPending}>
              {settingsText.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
