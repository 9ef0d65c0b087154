import { Box, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconCheck } from '../../parts/icons.tsx'
import { signIn } from '../../text/sign-in.ts'
import classes from './door.module.css'

/** What stands around signing in: who we are on one side, the form on the other. */
export function Door({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <main className={classes['door']}>
      <Paper withBorder radius="lg" p="xl" shadow="sm" bg="var(--house-raised)">
        <Stack gap="md">
          <Box>
            <img src="/icon.svg" alt="" width={44} height={44} />
            <Title order={1} size="h3" mt="sm">
              {title}
            </Title>
            {hint === undefined ? null : (
              <Text c="dimmed" size="sm" mt={4}>
                {hint}
              </Text>
            )}
          </Box>
          {children}
        </Stack>
      </Paper>
      <ul className={classes['points']}>
        {signIn.points.map((point) => (
          <li key={point}>
            <IconCheck size={16} aria-hidden />
            {point}
          </li>
        ))}
      </ul>
    </main>
  )
}
