import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function FollowUpsScreen(): ReactNode {
  return <Empty title="FollowUpsScreen" />
}
