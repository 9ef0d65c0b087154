import { Alert, Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconLock } from '../../../parts/icons.tsx'
import { pagesText as text } from '../../../text/places.ts'
import type { Publishing } from './use-publish.ts'

/** Says that more people may see a place than may see the incident, and asks whether that is meant. */
export function ToConfirm({ sentence, publish }: { sentence: string | null; publish: Publishing }): ReactNode {
  if (sentence === null) return null
  return (
    <Alert color="yellow" role="alert" icon={<IconLock size={18} aria-hidden />}>
      <Text size="sm" mb="xs">
        {sentence}
      </Text>
      <Button variant="default" size="compact-sm" loading={publish.isPending} onClick={() => publish.mutate(true)}>
        {text.confirm}
      </Button>
    </Alert>
  )
}
