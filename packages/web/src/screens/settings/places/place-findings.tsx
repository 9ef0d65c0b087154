import { Alert, List } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '../../../parts/icons.tsx'
import { placesText as text } from '../../../text/places.ts'
import type { Connection } from './place-queries.ts'
import classes from './places.module.css'

/** What a test of a place has shown: each thing that was tried, and what to do where it did not work. */
export function PlaceFindings({
  check,
}: {
  check: { readonly works: boolean; readonly findings: readonly { readonly ok: boolean; readonly sentence: string }[]; readonly connection: Connection }
}): ReactNode {
  const { works, findings, connection } = check
  const box = useRef<HTMLDivElement>(null)
  // What a test says comes below a long form. In newer browsers scrolling gives a promise, which is nothing for an effect to give back.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [check])
  return (
    <Alert ref={box} role="status" color={works ? 'calm' : 'red'} title={works ? text.works : text.worksNot} my="sm" className={classes['findings'] ?? ''}>
      <List spacing={4} size="sm" center={false}>
        {findings.map(({ ok, sentence }, index) => (
          <List.Item
            key={index}
            icon={
              ok ? (
                <IconCheck size={16} color="var(--house-good)" role="img" aria-label={text.ok} />
              ) : (
                <IconAlertTriangle size={16} color="var(--house-bad)" role="img" aria-label={text.notOk} />
              )
            }
          >
            {sentence}
          </List.Item>
        ))}
        {connection.seenBy === null ? null : <List.Item icon={<IconInfoCircle size={16} aria-hidden />}>{connection.seenBy.sentence}</List.Item>}
      </List>
    </Alert>
  )
}
