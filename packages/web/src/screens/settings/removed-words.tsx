import { Alert, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { settingsText as text } from '../../text/settings.ts'

/** As many as are counted. */
const MOST = 100

/** How many incidents have a severity or type that is about to go. They keep it. */
export function RemovedWords({ list, names }: { list: 'severities' | 'types'; names: readonly string[] }): ReactNode {
  const found = useQueries({
    queries: names.map((name) => ({
      queryKey: ['incidents', 'with', list, name],
      queryFn: () => answer(api.GET('/v1/incidents', { params: { query: { limit: MOST, ...(list === 'severities' ? { severity: name } : { type: name }) } } })),
    })),
  })
  const used = names.flatMap((name, index) => {
    const page = found[index]?.data
    return page === undefined || page.items.length === 0 ? [] : [{ name, count: page.items.length, more: page.next !== null }]
  })
  if (used.length === 0) return null
  return (
    <Alert color="yellow" mt="md" role="status">
      {used.map(({ name, count, more }) => (
        <Text key={name} size="sm">
          {text.usedBy(name, more ? `More than ${count}` : String(count), count === 1)}
        </Text>
      ))}
    </Alert>
  )
}
