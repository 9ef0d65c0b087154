import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function TemplatesScreen(): ReactNode {
  return <Empty title="TemplatesScreen" />
}
