import type { ReactNode } from 'react'
import { AccessCard } from './access-card.tsx'
import classes from './facts.module.css'
import { FollowUpsCard } from './follow-ups-card.tsx'
import { KeyCard } from './key-card.tsx'
import { LinksCard } from './links-card.tsx'
import { MomentsCard } from './moments-card.tsx'
import { PeopleCard } from './people-card.tsx'
import { SettleCard } from './settle-card.tsx'
import { SimilarCard } from './similar-card.tsx'
import { SummaryCard } from './summary-card.tsx'

/** All that is known about an incident but its events, to look at and to correct. */
export function FactsScreen(): ReactNode {
  return (
    <div className={classes['page']}>
      <div className={classes['column']}>
        <KeyCard />
        <MomentsCard />
        <SummaryCard />
        <FollowUpsCard />
      </div>
      <div className={classes['column']}>
        <SettleCard />
        <PeopleCard />
        <LinksCard />
        <SimilarCard />
        <AccessCard />
      </div>
    </div>
  )
}
