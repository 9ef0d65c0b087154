import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { settingsText } from '../../../text/settings.ts'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { SessionList } from './session-list.tsx'

const text = settingsText.account

/** What somebody sets for themselves, how they come in, and where they are signed in. */
export function AccountPart(): ReactNode {
  return (
    <Stack gap={40}>
      <ProfileForm />
      <Section title={text.password}>
        <PasswordForm />
      </Section>
      <Section title={text.sessions}>
        <SessionList />
      </Section>
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  )
}
