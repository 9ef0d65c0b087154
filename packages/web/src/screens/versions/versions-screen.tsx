import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function VersionsScreen(): ReactNode {
  return <Empty title="VersionsScreen" />
}
