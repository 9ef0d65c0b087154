import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { shell } from '../../text/shell.ts'

export function SearchScreen({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  return <Modal opened={opened} onClose={onClose} title={shell.search} />
}
