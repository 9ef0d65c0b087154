import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { Door } from './door.tsx'
import { Refused } from './sign-in-screen.tsx'

/** Where a link for a new password leads: `/new-password#<token>`. */
export function NewPasswordScreen(): ReactNode {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [password, setPassword] = useState('')
  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: () => answer(api.POST('/v1/password-resets/accept', { body: { token, password } })),
    onSuccess: () => location.assign('/'),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    enter.mutate()
  }
  if (token.length < 10) {
    return (
      <Door title={text.noToken}>
        <Alert color="yellow">{text.noResetTokenHint}</Alert>
      </Door>
    )
  }
  return (
    <Door title={text.newPasswordTitle} hint={text.newPasswordHint}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={text.newPassword}
            description={text.passwordHint}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refused error={enter.error} />
          <Button type="submit" loading={enter.isPending} fullWidth mt="xs">
            {text.setPassword}
          </Button>
        </Stack>
      </form>
      <Anchor href="/forgot-password" size="sm">
        {text.anotherLink}
      </Anchor>
    </Door>
  )
}
