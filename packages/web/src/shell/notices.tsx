import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

/** Where it is said in a corner what was done, and what went wrong. */
export function Notices(): ReactNode {
  return <Notifications position="bottom-right" limit={4} />
}
