import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { Loading } from '../../shell/states.tsx'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { incident as text } from '../../text/incident.ts'
import { IncidentHead, TABS } from './incident-head.tsx'
import { useIncident } from './incident-query.ts'
import classes from './incident.module.css'

/** An incident: its head and its parts. */
export function IncidentScreen(): ReactNode {
  return (
    <Suspense fallback={<Loading what={text.loading} />}>
      <Inside />
    </Suspense>
  )
}

function Inside(): ReactNode {
  const { facts } = useIncident()
  const { incident = '' } = useParams({ strict: false })
  const go = useNavigate()
  const title = facts.title === null ? text.untitled : String(facts.title.value)
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Blamefree`
    return () => {
      document.title = before
    }
  }, [title])
  const shortcuts = useMemo(
    (): readonly Shortcut[] =>
      TABS.map(({ to, label }, index) => ({
        keys: String(index + 1),
        does: text.goTo(label),
        where: text.shortcuts,
        run: () => void go({ to, params: { incident } }),
      })),
    [go, incident],
  )
  useShortcuts(shortcuts)
  return (
    <div className={classes['screen']}>
      <IncidentHead />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </div>
  )
}
