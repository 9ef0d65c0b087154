import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { settingsText as text } from '../../text/settings.ts'

/** Says that something here is for administrators. */
export function AdministratorsOnly(): ReactNode {
  return (
    <Alert mb="md" color="gray">
      {text.administratorsOnly}
    </Alert>
  )
}
