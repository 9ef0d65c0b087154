import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { versionsText as text } from '../../text/reading.ts'
import classes from './difference.module.css'

type Given = components['schemas']['CompareVersionsAnswer']

/** How many unchanged lines stand around a change, so that one sees where it is. */
const AROUND = 2

/** What differs between two versions, by lines; long stretches of what is the same are folded. */
export function Difference({ title, difference }: Given): ReactNode {
  const changed = difference.some(({ kind }) => kind !== 'same') || title.before !== title.after
  if (!changed) return <Text c="dimmed">{text.same}</Text>
  return (
    <div className={classes['difference']}>
      {title.before === title.after ? null : (
        <>
          <Line kind="removed" line={`${text.titleWas}: ${title.before}`} />
          <Line kind="added" line={`${text.titleWas}: ${title.after}`} />
        </>
      )}
      {difference.map((part, index) => (
        <Part key={index} part={part} first={index === 0} last={index === difference.length - 1} />
      ))}
    </div>
  )
}

function Part({ part: { kind, lines }, first, last }: { part: Given['difference'][number]; first: boolean; last: boolean }): ReactNode {
  if (kind !== 'same') return lines.map((line, index) => <Line key={index} kind={kind} line={line} />)
  const before = first ? [] : lines.slice(0, AROUND)
  const after = last ? [] : lines.slice(Math.max(before.length, lines.length - AROUND))
  const folded = lines.length - before.length - after.length
  return (
    <>
      {before.map((line, index) => (
        <Line key={`b${index}`} kind="same" line={line} />
      ))}
      {folded > 0 ? <div className={classes['folded']}>{text.unchanged(folded)}</div> : null}
      {after.map((line, index) => (
        <Line key={`a${index}`} kind="same" line={line} />
      ))}
    </>
  )
}

const TAGS = { same: 'div', removed: 'del', added: 'ins' } as const

function Line({ kind, line }: { kind: keyof typeof TAGS; line: string }): ReactNode {
  const Tag = TAGS[kind]
  return (
    <Tag className={classes['line']} data-kind={kind} dir="auto">
      {line === '' ? '\u00A0' : line}
    </Tag>
  )
}
