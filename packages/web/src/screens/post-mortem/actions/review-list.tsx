import { Avatar, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { components } from '../../../api/schema.ts'
import { Moment } from '../../../parts/moment.tsx'
import { review as text } from '../../../text/reading.ts'

/** What a reviewer was asked and has said. */
export type Review = components['schemas']['Review']

const STATES = { approved: text.approved, 'changes-requested': text.changesRequested, requested: text.requested } as const
const COLOURS = { approved: 'teal', 'changes-requested': 'red', requested: 'gray' } as const

/** What a reviewer has said, in words: `asks for changes; the text has changed since`. */
const saidBy = ({ state, changedSince }: Review): string => `${STATES[state]}${changedSince && state !== 'requested' ? `; ${text.changedSince}` : ''}`

/** Who was asked, each with their answer as a colour; what they wrote when it is opened. */
export function Reviewers({ reviews }: { reviews: readonly Review[] }): ReactNode {
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton aria-label={text.reviewsOpen(reviews.map((one) => `${one.member.name} ${saidBy(one)}`).join(', '))}>
          <Avatar.Group spacing="xs">
            {reviews.map(({ member, state }) => (
              <Avatar key={member.id} name={member.name} size={30} color={COLOURS[state]} variant={state === 'requested' ? 'light' : 'filled'} aria-hidden />
            ))}
          </Avatar.Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown mah="60vh" style={{ overflowY: 'auto' }} tabIndex={-1}>
        <ReviewList reviews={reviews} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Each reviewer with their answer and what they wrote. */
export function ReviewList({ reviews }: { reviews: readonly Review[] }): ReactNode {
  return (
    <Stack gap="sm">
      {reviews.map((one) => (
        <div key={one.member.id}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{one.member.name}</b> {saidBy(one)}
          </Text>
          <Text size="xs" c="dimmed">
            <Moment at={one.answeredAt ?? one.requestedAt} />
          </Text>
          {one.note === null || one.state === 'requested' ? null : (
            <Text size="sm" mt={2} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {one.note}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  )
}
