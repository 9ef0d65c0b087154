import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { BROWSER_ZONE, useMe } from '../../../session/me.ts'
import { say } from '../../../shell/say.ts'
import { settingsText as text } from '../../../text/settings.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

/** The name by which others know somebody, and the zone in which times are shown to them. */
export function ProfileForm(): ReactNode {
  const { member } = useMe()
  const queries = useQueryClient()
  const [name, setName] = useState(member.name)
  const [zone, setZone] = useState(member.zone ?? '')
  const save = useMutation({
    mutationFn: () => answer(api.PATCH('/v1/me', { body: { name, zone: zone === '' ? null : zone } })),
    async onSuccess() {
      say(text.saved)
      await Promise.all([queries.invalidateQueries({ queryKey: ['me'] }), queries.invalidateQueries({ queryKey: ['members'] })])
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack maw={420}>
        <TextInput label={text.name} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Select
          label={text.account.zone}
          searchable
          allowDeselect={false}
          value={zone}
          onChange={(value) => setZone(value ?? '')}
          data={[{ value: '', label: text.account.browser(BROWSER_ZONE) }, 'UTC', ...ZONES.filter((one) => one !== 'UTC')]}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={name === member.name && zone === (member.zone ?? '')}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
