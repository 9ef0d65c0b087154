import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'

export type DataProblem = components['schemas']['DataProblem']

const COLOURS: Readonly<Record<string, string>> = { error: 'red', warning: 'yellow', info: 'gray' }

/** What is wrong with data, the worst first, each with what to do. */
export function ProblemList({
  problems,
  most,
  hints = {},
}: {
  problems: readonly DataProblem[]
  most: number
  /** By code, where there is a better one here. */
  hints?: Readonly<Record<string, string>>
}): ReactNode {
  if (problems.length === 0) return null
  const order = ['error', 'warning', 'info']
  const shown = problems.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight)).slice(0, most)
  return (
    <ul className={classes['problems']}>
      {shown.map(({ code, message, hint, weight }, index) => (
        <li key={`${code} ${String(index)}`}>
          <Badge color={COLOURS[weight] ?? 'gray'} size="sm">
            {text.problems[weight] ?? weight}
          </Badge>
          <span>
            {message}
            {hint === undefined ? null : <small> {hints[code] ?? hint}</small>}
          </span>
        </li>
      ))}
      {problems.length > shown.length ? (
        <li>
          <small>{text.problemsMore(problems.length - shown.length)}</small>
        </li>
      ) : null}
    </ul>
  )
}
