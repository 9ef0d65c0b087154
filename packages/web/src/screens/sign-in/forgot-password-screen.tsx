import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { Door } from './door.tsx'
import { waysQuery } from '../../api/workspace-queries.ts'
import { Refused } from './sign-in-screen.tsx'

/** For whoever forgot their password: a link by mail, or, where no mail is sent, whom to ask. */
export function ForgotPasswordScreen(): ReactNode {
  const [email, setEmail] = useState('')
  const ways = useQuery(waysQuery)
  const ask = useMutation({ meta: { quiet: true }, mutationFn: () => answer(api.POST('/v1/password-resets', { body: { email } })) })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    ask.mutate()
  }
  if (ways.data?.mail === false)
    return (
      <Door title={text.forgotTitle}>
        <Alert color="yellow">{text.askAdministrator}</Alert>
        <BackToSignIn />
      </Door>
    )
  if (ask.isSuccess)
    return (
      <Door title={text.linkSent}>
        <Alert color="teal" role="status">
          {text.linkSentHint(email)}
        </Alert>
        <BackToSignIn />
      </Door>
    )
  return (
    <Door title={text.forgotTitle} hint={text.forgotHint}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={text.email} type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <Refused error={ask.error} />
          <Button type="submit" loading={ask.isPending} fullWidth mt="xs">
            {text.sendLink}
          </Button>
        </Stack>
      </form>
      <BackToSignIn />
    </Door>
  )
}

function BackToSignIn(): ReactNode {
  return (
    <Anchor href="/sign-in" size="sm">
      {text.back}
    </Anchor>
  )
}
