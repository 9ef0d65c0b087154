import { SegmentedControl, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { MarkdownText } from '../../../parts/markdown-text.tsx'
import { pagesText as text } from '../../../text/places.ts'
import type { PagePlan } from './page-queries.ts'
import classes from './pages.module.css'

/** Changes of one side: what a part said, and what it says, beside each other. */
export function PlanChanges({ title, hint, changes }: { title: string; hint?: string; changes: PagePlan['theirs'] }): ReactNode {
  if (changes.length === 0) return null
  return (
    <section>
      <Text component="h3" size="sm" fw={600}>
        {title}
      </Text>
      {hint === undefined ? null : (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      {changes.map(({ section, before, after }, index) => (
        <div key={index} className={classes['change']}>
          <Text size="xs" fw={550}>
            {section || text.beginning}
          </Text>
          <div className={classes['sides']}>
            <del className={classes['side']} data-kind="removed">
              <Text size="xs" fw={600} c="dimmed">
                {text.before}
              </Text>
              <Said words={before} />
            </del>
            <ins className={classes['side']} data-kind="added">
              <Text size="xs" fw={600} c="dimmed">
                {text.after}
              </Text>
              <Said words={after} />
            </ins>
          </div>
        </div>
      ))}
    </section>
  )
}

/** What both changed in a section, theirs and ours beside each other, and whose stays. */
export function ConflictChoice({
  section,
  conflicts,
  side,
  onChoose,
}: {
  section: string
  conflicts: PagePlan['conflicts']
  side: 'ours' | 'theirs' | null
  onChoose: (side: 'ours' | 'theirs') => void
}): ReactNode {
  const name = section || text.beginning
  return (
    <section className={classes['conflict']}>
      <Text component="h3" size="sm" fw={600}>
        {text.conflicts}: {name}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {text.conflictsHint}
      </Text>
      {conflicts.map(({ theirs, ours }, index) => (
        <div key={index} className={classes['sides']}>
          {(
            [
              ['theirs', text.there, theirs],
              ['ours', text.here, ours],
            ] as const
          ).map(([whose, label, words]) => (
            <div key={whose} className={classes['side']} data-chosen={side === whose || undefined}>
              <Text size="xs" fw={600} c="dimmed">
                {label}
              </Text>
              <Said words={words} />
            </div>
          ))}
        </div>
      ))}
      <SegmentedControl
        mt="xs"
        aria-label={text.keep(name)}
        value={side ?? ''}
        onChange={(chosen) => onChoose(chosen as 'ours' | 'theirs')}
        data={[
          { value: 'theirs', label: text.there },
          { value: 'ours', label: text.here },
        ]}
      />
    </section>
  )
}

function Said({ words }: { words: string }): ReactNode {
  if (words === '')
    return (
      <Text size="xs" c="dimmed">
        {text.nothing}
      </Text>
    )
  return (
    <div className={classes['said']} dir="auto">
      <MarkdownText text={words} />
    </div>
  )
}
