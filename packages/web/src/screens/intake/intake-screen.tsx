import { useSearch } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { Page } from '../../parts/page.tsx'
import { intakeText as text } from '../../text/intake.ts'
import { isEmpty, useBasket } from './basket.ts'
import { Collecting } from './collecting.tsx'
import { restoreBasket } from './kept-basket.ts'
import { Looking } from './looking.tsx'
import { Made } from './made.tsx'

/** From what an incident left behind to the incident: collect, look at what is read, hand in, see what was understood. */
export function IntakeScreen(): ReactNode {
  const { made, outcome } = useSearch({ from: '/house/new' })
  const basket = useBasket()
  useEffect(() => void restoreBasket(), [])
  if (made !== undefined && isEmpty(basket)) return <Made incident={made} outcome={outcome ?? 'created'} />
  return (
    <Page title={text.title} lead={text.lead} width={64}>
      {isEmpty(basket) ? <Collecting /> : <Looking basket={basket} />}
    </Page>
  )
}
