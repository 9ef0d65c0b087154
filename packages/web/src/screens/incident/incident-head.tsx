import { Badge, Group, Tooltip } from '@mantine/core'
import { IconLock } from '../../parts/icons.tsx'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Moment } from '../../parts/moment.tsx'
import { incident as text } from '../../text/incident.ts'
import { DeleteIncident } from './delete-incident.tsx'
import classes from './incident.module.css'
import { IncidentTitle } from './incident-title.tsx'
import { useConfiguration, useIncident } from './incident-query.ts'
import { WritePostMortem } from './write-post-mortem.tsx'

/** The parts of an incident, in the order of the tabs. */
export const TABS = [
  { to: '/incidents/$incident', end: '', label: text.tabs.facts },
  { to: '/incidents/$incident/timeline', end: '/timeline', label: text.tabs.timeline },
  { to: '/incidents/$incident/records', end: '/records', label: text.tabs.records },
] as const

/** From the worst severity down; what comes after has the last. */
const TONES = ['worst', 'bad', 'mild']

/** What stands over every part of an incident: its title, what it is, the way to its post-mortem, the tabs. */
export function IncidentHead(): ReactNode {
  const { slug, facts, happenedAt, private: isPrivate } = useIncident()
  const { severities } = useConfiguration()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const severity = facts.severity === null ? null : String(facts.severity.value)
  const worst = severities.findIndex(({ name }) => name === severity)
  return (
    <header className={classes['head']}>
      <div className={classes['top']}>
        <div className={classes['title']}>
          <IncidentTitle />
          <Group gap={6} mt={4}>
            {severity === null ? null : (
              <span className={classes['severity']} data-tone={TONES[worst] ?? 'mild'}>
                {severity}
              </span>
            )}
            {facts.status === null ? null : <Badge color="gray">{String(facts.status.value)}</Badge>}
            {isPrivate ? (
              <Tooltip label={text.privateHint}>
                <Badge color="grape" leftSection={<IconLock size={11} aria-hidden />}>
                  {text.private}
                </Badge>
              </Tooltip>
            ) : null}
            <span className={classes['crumbs']}>
              <Moment at={happenedAt} zone={String(facts.zone.value)} />
            </span>
          </Group>
        </div>
        <div className={classes['actions']}>
          <WritePostMortem />
          <DeleteIncident />
        </div>
      </div>
      <nav className={classes['tabs']} aria-label={text.tabsLabel}>
        {TABS.map(({ to, end, label }) => (
          <Link
            key={to}
            to={to}
            params={{ incident: slug }}
            className={classes['tab']}
            activeOptions={{ exact: true }}
            {...(path.replace(/\/$/, '').endsWith(end === '' ? slug : end) ? { 'aria-current': 'page' as const } : {})}
          >
            {label}
          </Link>
        ))}
      </nav>
    </header>
  )
}
