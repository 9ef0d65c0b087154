import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function TemplateScreen(): ReactNode {
  return <Empty title="TemplateScreen" />
}
