import { Button, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { RemoveButton } from '../../parts/remove-button.tsx'
import { Loading } from '../../shell/states.tsx'
import { settingsText } from '../../text/settings.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { MadeWithSecret } from './made-with-secret.tsx'
import type { Secrets } from './secret-once.tsx'
import { SettingsRow } from './settings-row.tsx'
import classes from './settings-screen.module.css'

type Scope = keyof typeof settingsText.keys.scopeNames
const text = settingsText.keys

/** Keys for scripts and other tools; a key is shown once. */
export function ApiKeysPart(): ReactNode {
  const { data } = useQuery({ queryKey: ['api-keys'], queryFn: () => answer(api.GET('/v1/api-keys')) })
  const members = useQuery(membersQuery).data?.items ?? []
  if (data === undefined) return <Loading what="the keys" />
  return (
    <MadeWithSecret
      words={text}
      dialog={(given) => <KeyDialog {...given} />}
      rows={data.items.map(({ id, name, prefix, scopes, member, lastUsedAt }) => (
        <SettingsRow
          key={id}
          title={
            <>
              {name}{' '}
              <Text span className={classes['secret'] ?? ''} c="dimmed">
                {prefix}…
              </Text>
            </>
          }
          detail={
            <>
              {scopes.map((scope) => text.scopeNames[scope]).join(', ')} · {text.of} {members.find((one) => one.id === member)?.name ?? '?'} ·{' '}
              {lastUsedAt === null ? (
                text.never
              ) : (
                <>
                  {text.lastUsed} <Moment at={lastUsedAt} />
                </>
              )}
            </>
          }
        >
          <RemoveButton
            words={text.revoke(name)}
            remove={() => answer(api.DELETE('/v1/api-keys/{apiKey}', { params: { path: { apiKey: id } } }))}
            renews={['api-keys']}
          />
        </SettingsRow>
      ))}
    />
  )
}

function KeyDialog({ onClose, onMade }: { onClose: () => void; onMade: (secrets: Secrets) => void }): ReactNode {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>(['read'])
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/api-keys', { body: { name, scopes } })),
    async onSuccess({ key }) {
      onMade({ [name]: key })
      await queries.invalidateQueries({ queryKey: ['api-keys'] })
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
          <TextInput label={settingsText.name} required data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <MultiSelect
            label={text.scopes}
            data={Object.entries(text.scopeNames).map(([value, label]) => ({ value, label }))}
            value={scopes}
            onChange={(next) => setScopes(next as Scope[])}
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={scopes.length === 0} loading={make.isPending}>
              {settingsText.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
