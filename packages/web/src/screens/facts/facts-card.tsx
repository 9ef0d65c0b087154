import { Group, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useIsBeside } from '../incident/chosen-incident.ts'
import classes from './facts.module.css'

/** A part of the facts, with its title. */
export function FactsCard({ title, id, aside, children }: { title: string; id?: string; aside?: ReactNode; children: ReactNode }): ReactNode {
  const name = useId()
  // Beside a post-mortem its blocks are the landmarks of these names.
  const role = useIsBeside() ? { role: 'group' } : {}
  return (
    <section className={classes['card']} aria-labelledby={name} {...role} {...(id === undefined ? {} : { id })}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5" id={name}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  )
}
