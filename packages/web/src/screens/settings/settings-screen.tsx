import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function SettingsScreen(): ReactNode {
  return <Empty title="SettingsScreen" />
}
