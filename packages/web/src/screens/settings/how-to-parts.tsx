import { Code, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { settingsText } from '../../text/settings.ts'

/** How single sign-on is set up. It is no setting of the page, so that nobody who got in can change who gets in. */
export function SignOnPart(): ReactNode {
  const text = settingsText.signOn
  return (
    <Stack>
      <Text size="sm">{text.how}</Text>
      <Code block>{'OIDC_ISSUER=https://id.example.com\nOIDC_CLIENT_ID=…\nOIDC_CLIENT_SECRET=…\nOIDC_NAME="Single sign-on"'}</Code>
      <Text size="sm">{text.callback}</Text>
      <Code block>{`${location.origin}/auth/callback/oidc`}</Code>
      <Text size="sm" c="dimmed">
        {text.more}
      </Text>
    </Stack>
  )
}

/** How the workspace is backed up. The file holds private incidents too, so it is made where the server is, and not handed out over the web. */
export function BackupPart(): ReactNode {
  const text = settingsText.backup
  return (
    <Stack>
      <Text size="sm">{text.how}</Text>
      <Code block>npx blamefree backup blamefree.backup</Code>
      <Text size="sm">{text.restore}</Text>
      <Code block>npx blamefree restore blamefree.backup</Code>
      <Text size="sm" c="dimmed">
        {text.keep}
      </Text>
    </Stack>
  )
}
