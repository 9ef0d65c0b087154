import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function ReadingScreen(): ReactNode {
  return <Empty title="ReadingScreen" />
}
