import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { Door } from './door.tsx'
import { Refused } from './sign-in-screen.tsx'

/** Where an invitation leads, and the link that the server prints at its first start: `/welcome#<token>`. */
export function WelcomeScreen(): ReactNode {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [form, setForm] = useState({ name: '', email: '', password: '' })
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: () => {
      const { name, email, password } = form
      const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
      return answer(api.POST('/v1/invitations/accept', { body: { token, name, password, zone, ...(email === '' ? {} : { email }) } }))
    },
    onSuccess: () => location.assign('/'),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    enter.mutate()
  }
  if (token.length < 10) {
    return (
      <Door title={text.noToken}>
        <Alert color="yellow">{text.noTokenHint}</Alert>
      </Door>
    )
  }
  return (
    <Door title={text.welcome} hint={text.welcomeHint}>
      <form onSubmit={submit}>
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
    </Door>
  )
}
