import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../../session/me.ts'
import { Loading } from '../../../shell/states.tsx'
import { archiveText as text } from '../../../text/archive.ts'
import { AdministratorsOnly } from '../administrators-only.tsx'
import classes from '../settings-screen.module.css'
import { ArchiveForm } from './archive-form.tsx'
import { archiveQuery } from './archive-query.ts'
import { ArchiveStanding } from './archive-standing.tsx'

/** Where the archive of everything is kept, how often, and how that stands. */
export function ArchivePart(): ReactNode {
  const may = useMe().member.role === 'administrator'
  const { data: archive } = useQuery({ ...archiveQuery, enabled: may })
  if (!may) return <AdministratorsOnly />
  if (archive === undefined) return <Loading what="the archive" />
  if (archive.places.length === 0)
    return (
      <Stack align="flex-start">
        <Text size="sm">{text.none}</Text>
        <Button variant="default" renderRoot={(given) => <Link to="/settings/$part" params={{ part: 'places' }} {...given} />}>
          {text.toPlaces}
        </Button>
      </Stack>
    )
  return (
    <Stack gap="lg">
      {archive.connection === null ? null : <ArchiveStanding archive={archive} />}
      <ArchiveForm key={`${archive.connection?.id ?? ''} ${archive.branch} ${archive.folder} ${archive.often}`} archive={archive} />
      <Alert color="gray">
        <Text size="sm">{archive.includesPrivate ? text.withPrivate : text.withoutPrivate}</Text>
        <Text size="sm" mt={6}>
          {text.history}
        </Text>
      </Alert>
      {archive.origin === null ? null : (
        <div>
          <Text size="sm" mb={6}>
            {text.back}
          </Text>
          <Code block className={classes['mono'] ?? ''}>
            {text.clone(archive.branch, archive.origin, archive.folder)}
          </Code>
        </div>
      )}
    </Stack>
  )
}
