import { Drawer, Stack } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import { Loading } from '../../shell/states.tsx'
import { postMortem as words } from '../../text/post-mortem.ts'
import { FollowUpsCard } from '../facts/follow-ups-card.tsx'
import { KeyCard } from '../facts/key-card.tsx'
import { LinksCard } from '../facts/links-card.tsx'
import { MomentsCard } from '../facts/moments-card.tsx'
import { PeopleCard } from '../facts/people-card.tsx'
import { ChosenIncident } from '../incident/chosen-incident.ts'

/** The facts that each block of `EDITED_HERE` shows. */
const CARDS: Readonly<Record<string, readonly (() => ReactNode)[]>> = {
  'key-information': [KeyCard, MomentsCard, PeopleCard, LinksCard],
  metrics: [MomentsCard],
  participants: [PeopleCard],
  links: [LinksCard],
  'follow-ups': [FollowUpsCard],
}

/** Edits what a live block shows, over the post-mortem: the block shows it when it is said. */
export function FactsDrawer({ block, incident, onClose }: { block: string; incident: string; onClose: () => void }): ReactNode {
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={words.block(block)} closeButtonProps={{ 'aria-label': words.close }}>
      <ChosenIncident value={incident}>
        <Suspense fallback={<Loading />}>
          <Stack gap="md">
            {(CARDS[block] ?? []).map((Card, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Card key={index} />
            ))}
          </Stack>
        </Suspense>
      </ChosenIncident>
    </Drawer>
  )
}
