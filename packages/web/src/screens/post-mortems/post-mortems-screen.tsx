import type { ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'

export function PostMortemsScreen(): ReactNode {
  return <Empty title="PostMortemsScreen" />
}
