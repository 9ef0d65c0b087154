import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function TimelineScreen(): ReactNode {
  return <Empty title="TimelineScreen" />
}
