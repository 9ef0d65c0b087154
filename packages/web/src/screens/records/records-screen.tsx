import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function RecordsScreen(): ReactNode {
  return <Empty title="RecordsScreen" />
}
