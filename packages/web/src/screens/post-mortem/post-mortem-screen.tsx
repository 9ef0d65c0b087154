import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function PostMortemScreen(): ReactNode {
  return <Empty title="PostMortemScreen" />
}
