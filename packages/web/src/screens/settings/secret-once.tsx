import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { settingsText as text } from '../../text/settings.ts'

/** What is shown once: each under what it is for. */
export type Secrets = Readonly<Record<string, string>>

/** Something that is shown once, to be copied. */
export function SecretOnce({ says, parts }: { says: string; parts: Secrets }): ReactNode {
  return (
    <Alert color="calm" title={says} my="md" role="status">
      {Object.entries(parts).map(([label, value]) => (
        <Group key={label} wrap="nowrap" align="flex-end" mt="xs">
          <TextInput flex={1} label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
          <CopyButton value={value}>{({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}</CopyButton>
        </Group>
      ))}
    </Alert>
  )
}
