import { Anchor, Button, PasswordInput, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { LinkDoor, useLinkToken } from './link-door.tsx'
import { Refused } from './sign-in-screen.tsx'
import { useEntering } from './use-entering.ts'

/** Where a link for a new password leads: `/new-password#<token>`. */
export function NewPasswordScreen(): ReactNode {
  const token = useLinkToken()
  const [password, setPassword] = useState('')
  const enter = useEntering(() => answer(api.POST('/v1/password-resets/accept', { body: { token, password } })))
  return (
    <LinkDoor token={token} title={text.newPasswordTitle} hint={text.newPasswordHint} missing={text.noResetTokenHint}>
      <form onSubmit={enter.submit}>
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
    </LinkDoor>
  )
}
