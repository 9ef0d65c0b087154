import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function FindingsScreen(): ReactNode {
  return <Empty title="FindingsScreen" />
}
