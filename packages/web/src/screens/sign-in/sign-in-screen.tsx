import { Alert, Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { waysQuery } from '../../api/workspace-queries.ts'
import { signIn as text } from '../../text/sign-in.ts'
import { Door } from './door.tsx'
import { useEntering } from './use-entering.ts'

/** How one can sign in here, and whether mail is sent. */

/** Signing in with a password; by the identity provider where there is one. */
export function SignInScreen(): ReactNode {
  const { next, error } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEntering(() => answer(api.POST('/v1/session', { body: { email, password } })), ownPath(next))
  const ways = useQuery(waysQuery)
  const [refused, what] = text.ssoRefused[error ?? ''] ?? [text.ssoFailed, text.ssoFailedHint]
  const provider = ways.data?.singleSignOn ?? null
  return (
    <Door title={text.title}>
      {error === undefined ? null : (
        <Alert color="red" title={refused}>
          {what}
        </Alert>
      )}
      <form onSubmit={enter.submit}>
        <Stack gap="sm">
          <TextInput label={text.email} type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <PasswordInput
            label={text.password}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refused error={enter.error} />
          <Button type="submit" loading={enter.isPending} fullWidth mt="xs">
            {text.go}
          </Button>
        </Stack>
      </form>
      <Anchor href="/forgot-password" size="sm">
        {text.forgot}
      </Anchor>
      {provider === null ? null : (
        <>
          <Divider label={text.or} />
          <Button component="a" href="/v1/session/sso" variant="default" fullWidth>
            {provider}
          </Button>
        </>
      )}
    </Door>
  )
}

/** Why somebody was not let in. */
export function Refused({ error }: { error: Error | null }): ReactNode {
  if (error === null) return null
  return (
    <Alert color="red" title={error.message} role="alert">
      {error instanceof Problem ? error.hint : null}
    </Alert>
  )
}

/** Only to a page of our own. */
function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/'
}
