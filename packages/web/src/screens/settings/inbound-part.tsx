import { Badge, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { RemoveButton } from '../../parts/remove-button.tsx'
import { useMe } from '../../session/me.ts'
import { Loading } from '../../shell/states.tsx'
import { settingsText } from '../../text/settings.ts'
import { AdministratorsOnly } from './administrators-only.tsx'
import { MadeWithSecret } from './made-with-secret.tsx'
import type { Secrets } from './secret-once.tsx'
import { SettingsRow } from './settings-row.tsx'

const text = settingsText.inbound
const SOURCES = ['alertmanager', 'grafana', 'pagerduty', 'statuspage', 'github', 'jira', 'slack-export', 'incident-file', 'transcript']

/** Where other systems hand their records in. */
export function InboundPart(): ReactNode {
  const may = useMe().member.role === 'administrator'
  const { data } = useQuery({ queryKey: ['inbound-addresses'], queryFn: () => answer(api.GET('/v1/inbound-addresses')), enabled: may })
  if (!may) return <AdministratorsOnly />
  if (data === undefined) return <Loading what="the addresses" />
  return (
    <MadeWithSecret
      words={text}
      dialog={(given) => <InboundDialog {...given} />}
      rows={data.items.map(({ id, name, source, lastReceivedAt }) => (
        <SettingsRow
          key={id}
          title={
            <Group gap="xs">
              {name}
              <Badge color="gray">{source}</Badge>
            </Group>
          }
          detail={
            lastReceivedAt === null ? (
              text.never
            ) : (
              <>
                {text.last} <Moment at={lastReceivedAt} />
              </>
            )
          }
        >
          <RemoveButton
            words={text.revoke(name)}
            remove={() => answer(api.DELETE('/v1/inbound-addresses/{address}', { params: { path: { address: id } } }))}
            renews={['inbound-addresses']}
          />
        </SettingsRow>
      ))}
    />
  )
}

function InboundDialog({ onClose, onMade }: { onClose: () => void; onMade: (secrets: Secrets) => void }): ReactNode {
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
    <Dialog onClose={onClose} title={text.fresh}>
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
    </Dialog>
  )
}
