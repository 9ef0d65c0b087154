import { Button, Group, List, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { MarkdownText } from '../../../parts/markdown-text.tsx'
import { Loading } from '../../../shell/states.tsx'
import { placesText as text } from '../../../text/places.ts'
import { PlaceField } from './place-field.tsx'
import { PlaceFindings } from './place-findings.tsx'
import { destinationsQuery, type Connection, type PageDestination } from './place-queries.ts'
import classes from './places.module.css'

/** Connects a place step by step, or changes a connection: what to do over there, what to enter here, and whether it works. */
export function PlaceDialog({ connection, onClose }: { connection: Connection | null; onClose: () => void }): ReactNode {
  const { data } = useQuery(destinationsQuery)
  const [chosen, setChosen] = useState(connection?.destination.id ?? null)
  const destination = data?.items.find(({ id }) => id === chosen)
  return (
    <Dialog onClose={onClose} title={connection === null ? text.connect : text.changeTitle(connection.name)} size="lg">
      {data === undefined ? (
        <Loading what="the kinds of places" />
      ) : destination === undefined ? (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {text.choose}
          </Text>
          <div className={classes['kinds']}>
            {data.items.map(({ id, title, becomes }) => (
              <UnstyledButton key={id} className={classes['kind'] ?? ''} aria-label={title} aria-description={becomes} onClick={() => setChosen(id)}>
                {title}
                <Text size="xs" c="dimmed">
                  {becomes}
                </Text>
              </UnstyledButton>
            ))}
          </div>
        </Stack>
      ) : (
        <Form destination={destination} connection={connection} onClose={onClose} />
      )}
    </Dialog>
  )
}

type Audience = Connection['audience']
interface Entered {
  readonly name: string
  readonly audience: Audience
  readonly settings: Readonly<Record<string, string | boolean>>
}

function Form({ destination, connection, onClose }: { destination: PageDestination; connection: Connection | null; onClose: () => void }): ReactNode {
  const queries = useQueryClient()
  const [form, setForm] = useState<Entered>({
    name: connection?.name ?? destination.title,
    audience: connection?.audience ?? 'internal',
    settings: connection?.settings ?? {},
  })
  // What a first saving has made is changed by the next one.
  const [made, setMade] = useState(connection)
  const save = useMutation({
    async mutationFn() {
      const saved =
        made === null
          ? await answer(api.POST('/v1/connections', { body: { ...form, destination: destination.id } }))
          : await answer(api.PATCH('/v1/connections/{connection}', { params: { path: { connection: made.id } }, body: form }))
      setMade(saved)
      return await answer(api.POST('/v1/connections/{connection}/check', { params: { path: { connection: saved.id } } }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack>
        <Steps destination={destination} />
        <Text component="h3" size="sm" fw={600}>
          {text.here}
        </Text>
        {destination.settings.map((setting) => (
          <PlaceField
            key={setting.key}
            setting={setting}
            kept={made !== null && setting.secret && !made.needsSecrets}
            value={form.settings[setting.key]}
            onChange={(value) => setForm({ ...form, settings: { ...form.settings, [setting.key]: value } })}
          />
        ))}
        <Group grow align="flex-start">
          <TextInput
            label={text.name}
            description={text.nameHint}
            required
            maxLength={120}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <Select
            label={text.audience}
            description={text.audienceHint}
            allowDeselect={false}
            value={form.audience}
            onChange={(audience) => setForm({ ...form, audience: (audience ?? 'internal') as Audience })}
            data={Object.entries(text.audiences).map(([value, label]) => ({ value, label }))}
          />
        </Group>
        {save.data === undefined ? null : <PlaceFindings check={save.data} />}
        <Group justify="flex-end">
          {save.data?.works === true ? <Button onClick={onClose}>{text.done}</Button> : null}
          <Button type="submit" variant={save.data?.works === true ? 'default' : 'filled'} loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Steps({ destination: { title, steps } }: { destination: PageDestination }): ReactNode {
  if (steps.length === 0) return null
  return (
    <div>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {text.steps(title)}
      </Text>
      <List type="ordered" size="sm" spacing={4} className={classes['steps'] ?? ''}>
        {steps.map((step, index) => (
          <List.Item key={index}>
            <MarkdownText text={step} />
          </List.Item>
        ))}
      </List>
    </div>
  )
}
