import type { ReactNode } from 'react'
import { followUpsText as text } from '../../text/follow-ups.ts'
import { IncidentFollowUps } from '../follow-ups/incident-follow-ups.tsx'
import { useIncident, useMayEdit } from '../incident/incident-query.ts'
import { FactsCard } from './facts-card.tsx'

/** What is to be done after the incident. */
export function FollowUpsCard(): ReactNode {
  const { id } = useIncident()
  const writes = useMayEdit()
  return (
    <FactsCard title={text.title} id="follow-ups">
      <IncidentFollowUps incident={id} writes={writes} />
    </FactsCard>
  )
}
