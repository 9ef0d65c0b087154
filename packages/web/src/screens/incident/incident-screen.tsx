import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** An incident: its head and its parts. */
export function IncidentScreen(): ReactNode {
  return <Outlet />
}
