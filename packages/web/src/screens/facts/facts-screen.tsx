import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function FactsScreen(): ReactNode {
  return <Empty title="FactsScreen" />
}
