import { Anchor, Button, Center, Loader, Stack, Text, Title } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Problem } from '../api/problem.ts'
import { shell } from '../text/shell.ts'

/** Something is on its way; says what. It comes only when it takes long enough to be noticed. */
export function Loading({ what }: { what?: string }): ReactNode {
  return (
    <Center mih={240} role="status">
      <Stack align="center" gap="xs">
        <Loader size="sm" />
        <Text c="dimmed" size="sm">
          {shell.loading(what ?? 'the page')}
        </Text>
      </Stack>
    </Center>
  )
}

/** An empty place, with what it is for and the way on. */
export function Empty({ title, hint, icon, children }: { title: string; hint?: string; icon?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <Center mih={280} p="xl">
      <Stack align="center" gap="sm" maw={460} ta="center">
        {icon}
        <Title order={2} size="h4">
          {title}
        </Title>
        {hint === undefined ? null : (
          <Text c="dimmed" size="sm">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  )
}

export function NotFound(): ReactNode {
  return (
    <Empty title={shell.notFound} hint={shell.notFoundHint}>
      <Anchor href="/incidents">{shell.goHome}</Anchor>
    </Empty>
  )
}

/** What a page shows instead of itself when it cannot: what happened, and what to do. */
export function Fault({ error }: { error: unknown }): ReactNode {
  const router = useRouter()
  if (error instanceof Problem && error.status === 404) return <NotFound />
  const problem = error instanceof Problem ? error : null
  const said = error instanceof Error ? error.message : String(error)
  // A part of the pages that is not there any more, in the words of Chromium, Firefox and Safari: the server has newer ones.
  if (PART_IS_GONE.test(said))
    return (
      <Empty title={shell.updated} hint={shell.updatedHint}>
        <Button variant="light" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
      </Empty>
    )
  return (
    <Empty title={problem?.message ?? shell.broken} hint={problem?.hint ?? `${shell.brokenHint} (${said})`}>
      <Button variant="light" onClick={() => void (problem === null ? location.reload() : router.invalidate())}>
        {problem === null ? shell.reload : shell.tryAgain}
      </Button>
    </Empty>
  )
}

const PART_IS_GONE = /dynamically imported module|importing a module script failed/i
