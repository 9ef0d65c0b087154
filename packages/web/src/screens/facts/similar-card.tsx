import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncident } from '../incident/incident-query.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'

/** So many are shown. */
const SHOWN = 5

/** Incidents like this one, by their words and services: whether this was there before. Nothing where none is like it. */
export function SimilarCard(): ReactNode {
  const { id } = useIncident()
  const { data } = useQuery({
    queryKey: ['incident', id, 'similar'],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}/similar', { params: { path: { incident: id }, query: { limit: SHOWN } } })),
    staleTime: 60_000,
  })
  if (data === undefined || data.items.length === 0) return null
  return (
    <FactsCard title={text.similar.title}>
      <ul className={classes['similar']}>
        {data.items.map(({ id: other, slug, title, severity, happenedAt, services }) => (
          <li key={other}>
            <Anchor size="sm" renderRoot={(given) => <Link to="/incidents/$incident" params={{ incident: slug }} {...given} />}>
              <bdi>{title}</bdi>
            </Anchor>
            <Text size="xs" c="dimmed" component="div" className={classes['similarAbout'] ?? ''}>
              {severity === null ? null : <SeverityMark severity={severity} />}
              <Moment at={happenedAt} kind="day" />
              {services.length === 0 ? null : <span>{text.similar.share(services.join(', '))}</span>}
            </Text>
          </li>
        ))}
      </ul>
    </FactsCard>
  )
}
