import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function IntakeScreen(): ReactNode {
  return <Empty title="IntakeScreen" />
}
