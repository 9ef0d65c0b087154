import { Group, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './page.module.css'

/** A screen with its title, a line on what it is for, and what can be done on it. `width`: of the content, in rem. */
export function Page({
  title,
  lead,
  actions,
  width = 68,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  width?: number
  children: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · Blamefree`
  }, [title])
  return (
    <div className={classes['page']} style={{ maxWidth: `${width}rem` }}>
      <Group justify="space-between" align="flex-start" mb="lg" wrap="wrap">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead === undefined ? null : (
            <Text c="dimmed" size="sm" mt={2}>
              {lead}
            </Text>
          )}
        </div>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </div>
  )
}
