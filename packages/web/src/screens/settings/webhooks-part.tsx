import { Badge, Button, Checkbox, Group, Stack, Switch, Table, TagsInput, Text, TextInput } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { Moment } from '../../parts/moment.tsx'
import { RemoveButton } from '../../parts/remove-button.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Loading } from '../../shell/states.tsx'
import { settingsText } from '../../text/settings.ts'
import { AdministratorsOnly } from './administrators-only.tsx'
import { MadeWithSecret } from './made-with-secret.tsx'
import type { Secrets } from './secret-once.tsx'
import { SettingsRow } from './settings-row.tsx'

type Webhook = components['schemas']['Webhook']
const text = settingsText.webhooks
const renewed = { queryKey: ['webhooks'] }

/** Who is told what happens here, and how that went. */
export function WebhooksPart(): ReactNode {
  const may = useMe().member.role === 'administrator'
  const { data } = useQuery({ queryKey: ['webhooks'], queryFn: () => answer(api.GET('/v1/webhooks')), enabled: may })
  if (!may) return <AdministratorsOnly />
  if (data === undefined) return <Loading what="the webhooks" />
  return (
    <MadeWithSecret
      words={text}
      dialog={(given) => <WebhookDialog {...given} />}
      rows={data.items.map((webhook) => (
        <Row key={webhook.id} webhook={webhook} />
      ))}
    />
  )
}

function Row({ webhook }: { webhook: Webhook }): ReactNode {
  const queries = useQueryClient()
  const [open, { toggle }] = useDisclosure()
  const path = { params: { path: { webhook: webhook.id } } }
  const renew = (): Promise<void> => queries.invalidateQueries(renewed)
  const change = useMutation({
    mutationFn: (enabled: boolean) => answer(api.PATCH('/v1/webhooks/{webhook}', { ...path, body: { enabled } })),
    onSuccess: renew,
  })
  const ping = useMutation({
    mutationFn: () => answer(api.POST('/v1/webhooks/{webhook}/ping', path)),
    async onSuccess() {
      say(text.pinged)
      await renew()
    },
  })
  return (
    <>
      <SettingsRow
        title={webhook.name}
        detail={
          <>
            {webhook.url} · {webhook.kinds.length === 0 ? text.all : webhook.kinds.join(', ')}
            {webhook.disabledBecause === null ? null : (
              <Text size="xs" c="var(--house-bad)">
                {webhook.disabledBecause}
              </Text>
            )}
          </>
        }
      >
        <Switch aria-label={`${webhook.name}: ${text.on}`} checked={webhook.enabled} onChange={(event) => change.mutate(event.currentTarget.checked)} />
        <Button variant="subtle" onClick={() => ping.mutate()}>
          {text.ping}
        </Button>
        <Button variant="subtle" aria-expanded={open} onClick={toggle}>
          {text.deliveries}
        </Button>
        <RemoveButton words={text.remove(webhook.name)} remove={() => answer(api.DELETE('/v1/webhooks/{webhook}', path))} renews={renewed.queryKey} />
      </SettingsRow>
      {open ? <Deliveries webhook={webhook.id} /> : null}
    </>
  )
}

const COLOURS = { waiting: 'gray', delivered: 'teal', failed: 'red' } as const

function Deliveries({ webhook }: { webhook: string }): ReactNode {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['webhooks', webhook, 'deliveries'],
    queryFn: () => answer(api.GET('/v1/webhooks/{webhook}/deliveries', { params: { path: { webhook }, query: { limit: 30 } } })),
    refetchInterval: 5000,
  })
  const again = useMutation({
    mutationFn: (delivery: string) => answer(api.POST('/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver', { params: { path: { webhook, delivery } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks', webhook] }),
  })
  if (data === undefined) return <Loading what="the deliveries" />
  if (data.items.length === 0) return <Text size="sm">{text.noDeliveries}</Text>
  return (
    <Table mb="md">
      <Table.Tbody>
        {data.items.map(({ id, kind, state, attempts, lastStatus, lastError, createdAt, nextAttemptAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Badge color={COLOURS[state]}>{text.states[state]}</Badge>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{kind}</Text>
              <Text size="xs" c="dimmed">
                {text.attempts(attempts)}
                {lastStatus === null ? '' : ` · ${lastStatus}`}
                {lastError === null ? '' : ` · ${lastError}`}
                {nextAttemptAt === null ? null : <Next at={nextAttemptAt} />}
              </Text>
            </Table.Td>
            <Table.Td>
              <Moment at={createdAt} />
            </Table.Td>
            <Table.Td ta="right">
              <Button size="compact-sm" variant="subtle" onClick={() => again.mutate(id)}>
                {text.again}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** When what waits is sent next. A time that has come is not said as one. */
function Next({ at }: { at: string }): ReactNode {
  if (at <= new Date().toISOString()) return ` · ${text.soon}`
  return (
    <>
      {' · '}
      {text.next} <Moment at={at} kind="clock" />
    </>
  )
}

function WebhookDialog({ onClose, onMade }: { onClose: () => void; onMade: (secrets: Secrets) => void }): ReactNode {
  const queries = useQueryClient()
  const [form, setForm] = useState<{ name: string; url: string; kinds: string[]; includesPrivate: boolean }>({
    name: '',
    url: '',
    kinds: [],
    includesPrivate: false,
  })
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/webhooks', { body: form })),
    async onSuccess({ secret }) {
      onMade({ [form.name]: secret })
      await queries.invalidateQueries(renewed)
    },
  })
  return (
    <Dialog onClose={onClose} title={text.fresh}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Stack>
          <TextInput label={settingsText.name} required data-autofocus value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextInput
            label={text.url}
            type="url"
            required
            placeholder="https://"
            value={form.url}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
          <TagsInput
            label={text.kinds}
            {...(form.kinds.length === 0 ? { placeholder: text.all } : {})}
            data={['incident', 'timeline.changed', 'follow-up.changed', 'post-mortem', 'post-mortem.published']}
            value={form.kinds}
            onChange={(kinds) => set({ kinds })}
          />
          <Checkbox label={text.private} checked={form.includesPrivate} onChange={(event) => set({ includesPrivate: event.currentTarget.checked })} />
          <Group justify="flex-end">
            <Button type="submit" loading={make.isPending}>
              {settingsText.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
