import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function IncidentsScreen(): ReactNode {
  return <Empty title="IncidentsScreen" />
}
