import { Kbd, Stack, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { shell } from '../text/shell.ts'
import { keysText, useShortcutList } from './shortcuts.ts'

/** Every shortcut that works on the page that is open. */
export function ShortcutSheet({ onClose }: { onClose: () => void }): ReactNode {
  const shortcuts = useShortcutList()
  const groups = Map.groupBy(shortcuts, ({ where }) => where)
  return (
    <Dialog onClose={onClose} title={shell.shortcuts} size="lg">
      <Stack gap="lg">
        {[...groups].map(([where, rows]) => (
          <div key={where}>
            <Text fw={600} size="sm" mb={4}>
              {where}
            </Text>
            <Table verticalSpacing={6}>
              <Table.Tbody>
                {rows.map(({ keys, does }) => (
                  <Table.Tr key={keys}>
                    <Table.Td>{does}</Table.Td>
                    <Table.Td ta="right">
                      <Kbd>{keysText(keys)}</Kbd>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        ))}
      </Stack>
    </Dialog>
  )
}
