import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { LinkDoor, useLinkToken } from './link-door.tsx'
import { Refused } from './sign-in-screen.tsx'
import { useEntering } from './use-entering.ts'

/** Where an invitation leads, and the link that the server prints at its first start: `/welcome#<token>`. */
export function WelcomeScreen(): ReactNode {
  const token = useLinkToken()
  const [form, setForm] = useState({ name: '', email: '', password: '' })
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const enter = useEntering(() => {
    const { name, email, password } = form
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    return answer(api.POST('/v1/invitations/accept', { body: { token, name, password, zone, ...(email === '' ? {} : { email }) } }))
  })
  return (
    <LinkDoor token={token} title={text.welcome} hint={text.welcomeHint} missing={text.noTokenHint}>
      <form onSubmit={enter.submit}>
        <Stack gap="sm">
          <TextInput label={text.name} autoComplete="name" required value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextInput
            label={text.email}
            description={text.emailHint}
            type="email"
            autoComplete="username"
            value={form.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <PasswordInput
            label={text.password}
            description={text.passwordHint}
            autoComplete="new-password"
            required
            value={form.password}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
          <Refused error={enter.error} />
          <Button type="submit" loading={enter.isPending} fullWidth mt="xs">
            {text.begin}
          </Button>
        </Stack>
      </form>
    </LinkDoor>
  )
}
