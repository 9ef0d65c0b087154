import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { useMe } from '../../../session/me.ts'
import { say } from '../../../shell/say.ts'
import { settingsText } from '../../../text/settings.ts'
import { signIn } from '../../../text/sign-in.ts'
import { Refused } from '../../sign-in/sign-in-screen.tsx'

const text = settingsText.account

/** Another password for oneself, by the one that one has. */
export function PasswordForm(): ReactNode {
  const { member, hasPassword } = useMe()
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation({
    meta: { quiet: true },
    mutationFn: () => answer(api.PUT('/v1/me/password', { body: { current, password } })),
    async onSuccess({ ended }) {
      setCurrent('')
      setPassword('')
      say(text.changed(ended))
      await queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  if (!hasPassword) return <Text size="sm">{text.noPassword}</Text>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <Stack maw={420}>
        {/* For whoever keeps passwords: whose it is. */}
        <input type="text" name="username" autoComplete="username" value={member.email} readOnly hidden />
        <PasswordInput
          label={text.current}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={signIn.newPassword}
          description={`${signIn.passwordHint} ${text.elsewhere}`}
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refused error={change.error} />
        <Group>
          <Button type="submit" loading={change.isPending} disabled={current === '' || password === ''}>
            {text.change}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
