import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '../../parts/icons.tsx'
import { useState, type ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { facts as text } from '../../text/incident.ts'
import { problemHints } from '../../text/records.ts'
import type { Configuration } from '../../session/configuration.ts'
import { useConfiguration, useIncident, useMayEdit, type Incident } from '../incident/incident-query.ts'
import { useCorrect } from '../incident/use-correct.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'

type DataProblem = components['schemas']['DataProblem']

/** What clashes and what is missing, each with the way to settle it. */
export function SettleCard(): ReactNode {
  const incident = useIncident()
  const configuration = useConfiguration()
  const [all, setAll] = useState(false)
  const missing = missingOf(incident, configuration)
  const said = new Map(incident.problems.map((problem) => [problem.message, problem]))
  const problems = [...said.values()].toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight))
  const shown = all ? problems : problems.slice(0, 5)
  return (
    <FactsCard title={text.problems}>
      {problems.length + missing.length === 0 ? (
        <Group gap={6} wrap="nowrap">
          <IconCircleCheck size={16} color="var(--house-good)" aria-hidden />
          <Text size="sm" c="dimmed">
            {text.settle.none}
          </Text>
        </Group>
      ) : null}
      {shown.map((problem, index) => (
        <ProblemItem key={`${problem.code} ${index}`} problem={problem} />
      ))}
      {problems.length > shown.length ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {text.settle.more(problems.length - shown.length)}
        </Button>
      ) : null}
      {missing.map(({ name, place }) => (
        <Group key={name} justify="space-between" gap={4} wrap="nowrap" className={classes['problem']}>
          <Text size="sm">{text.settle.missing(name)}</Text>
          {place === '' ? null : (
            <Anchor href={`#${place}`} size="sm">
              {text.settle.say}
            </Anchor>
          )}
        </Group>
      ))}
    </FactsCard>
  )
}

const WEIGHTS = ['error', 'warning', 'info']

function ProblemItem({ problem }: { problem: DataProblem }): ReactNode {
  const mayEdit = useMayEdit()
  const correct = useCorrect()
  const { code, message, weight, choice } = problem
  const hint = problem.hint === undefined ? undefined : (problemHints[code] ?? problem.hint)
  const Icon = weight === 'info' ? IconInfoCircle : IconAlertTriangle
  const colour = weight === 'error' ? 'var(--house-bad)' : weight === 'warning' ? 'var(--house-warn)' : 'var(--mantine-color-dimmed)'
  return (
    <div className={classes['problem']}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Icon size={16} color={colour} style={{ flex: 'none', marginTop: 3 }} aria-hidden />
        <Stack gap={6} miw={0}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Text>
          {choice === undefined || !mayEdit ? (
            <Text size="xs" c="dimmed">
              {hint}
            </Text>
          ) : (
            <Stack gap={4}>
              {choice.values.map(({ value, shown, says }) => (
                <Button
                  key={shown}
                  size="compact-sm"
                  variant="light"
                  justify="flex-start"
                  styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto', paddingBlock: 3 } }}
                  onClick={() => correct(nameOf(choice.path), { set: { [choice.path]: value } })}
                >
                  {text.settle.pick(shown, says)}
                </Button>
              ))}
            </Stack>
          )}
        </Stack>
      </Group>
    </div>
  )
}

/** What a path is called: `timestamps.fixed` is “fixed”. */
const nameOf = (path: string): string => {
  const words = (path.split('.').at(-1) ?? path).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a finished post-mortem needs and nobody has said. */
function missingOf({ facts }: Incident, { timestamps, roles }: Configuration): { name: string; place: string }[] {
  const first = new Set(['impact-started', 'reported', 'identified', 'fixed'])
  return [
    ...(facts.severity === null ? [{ name: text.severity, place: 'key-information' }] : []),
    ...(facts.type === null ? [{ name: text.type, place: 'key-information' }] : []),
    ...(facts.services.length === 0 ? [{ name: text.services, place: 'key-information' }] : []),
    ...(facts.summary === null ? [{ name: text.summary, place: 'summary' }] : []),
    ...timestamps.filter(({ id }) => first.has(id) && facts.timestamps[id] === undefined).map(({ name }) => ({ name, place: 'times' })),
    ...roles.filter(({ id }) => id === 'lead' && (facts.roles[id] ?? []).length === 0).map(({ name }) => ({ name, place: 'people' })),
  ]
}
