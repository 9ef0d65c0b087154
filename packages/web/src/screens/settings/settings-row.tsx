import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './settings-screen.module.css'

/** A thing that is set: what it is, what is to be known about it, and what can be done with it. */
export function SettingsRow({ title, detail, children }: { title: ReactNode; detail: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className={classes['row']}>
      <div>
        <Text size="sm" fw={550} component="div">
          {title}
        </Text>
        <Text size="xs" c="dimmed" component="div" className={classes['detail'] ?? ''}>
          {detail}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {children}
      </Group>
    </div>
  )
}
