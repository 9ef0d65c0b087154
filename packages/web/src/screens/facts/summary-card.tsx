import { ActionIcon, Group, Text } from '@mantine/core'
import { IconPencil } from '../../parts/icons.tsx'
import { useState, type ReactNode } from 'react'
import { MarkdownText } from '../../parts/markdown-text.tsx'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncident } from '../incident/incident-query.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'
import { TextEditor } from './text-editor.tsx'
import { useFact } from './use-fact.ts'

/** What happened, for somebody who was not there. */
export function SummaryCard(): ReactNode {
  const { facts, slug } = useIncident()
  const [writing, setWriting] = useState(false)
  const at = useFact('summary', text.summary)
  const { summary } = facts
  const aside = (
    <Group gap={2}>
      {at.mayEdit && !writing ? (
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.edit(text.summary)} onClick={() => setWriting(true)}>
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
      ) : null}
      {summary === null ? null : (
        <OriginMark what={text.summary} fact={summary} correction={at.correction} incident={slug} onTakeBack={at.takeBack} show={short} />
      )}
    </Group>
  )
  return (
    <FactsCard title={text.summary} id="summary" aside={aside}>
      {writing ? (
        <TextEditor
          what={text.summary}
          long
          hint={text.summaryHint}
          value={summary === null ? '' : String(summary.value)}
          onSave={(value) => {
            at.say(value)
            setWriting(false)
          }}
          onCancel={() => setWriting(false)}
        />
      ) : summary === null ? (
        <Text size="sm" c="dimmed">
          {text.summaryEmpty} {text.summaryHint}
        </Text>
      ) : (
        <div className={classes['summary']}>
          <MarkdownText text={String(summary.value)} />
        </div>
      )}
    </FactsCard>
  )
}

const short = (value: unknown): string => `“${String(value).slice(0, 140)}${String(value).length > 140 ? '…' : ''}”`
