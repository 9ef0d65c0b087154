import { ActionIcon, Button, Group, MultiSelect, Select, TagsInput, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { IconArrowUp, IconTrash } from '../../../parts/icons.tsx'
import { useKnownConfiguration } from '../../../session/configuration.ts'
import { say } from '../../../shell/say.ts'
import { placesText as text } from '../../../text/places.ts'
import { placeRulesQuery, type Connection, type PlaceRule } from './place-queries.ts'
import classes from './places.module.css'

/** Which post-mortems go where when they are published: a line each, in the order in which they are asked. */
export function PlaceRules({ connections }: { connections: readonly Connection[] }): ReactNode {
  const queries = useQueryClient()
  const { data } = useQuery(placeRulesQuery)
  const [changed, setChanged] = useState<readonly PlaceRule[] | null>(null)
  const save = useMutation({
    mutationFn: (items: readonly PlaceRule[]) => answer(api.PUT('/v1/place-rules', { body: { items: [...items] } })),
    async onSuccess(now) {
      queries.setQueryData(placeRulesQuery.queryKey, now)
      setChanged(null)
      say(text.saved)
      await queries.invalidateQueries({ queryKey: ['connections'] })
    },
  })
  if (data === undefined) return null
  const rules = changed ?? data.items
  const first = connections[0]?.id ?? ''
  return (
    <section className={classes['rules']}>
      <Title order={2} size="h4">
        {text.rules}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text.rulesLead}
      </Text>
      {rules.length === 0 ? <Text size="sm">{text.noRules}</Text> : null}
      {rules.map((rule, index) => (
        <Line
          key={index}
          number={index + 1}
          rule={rule}
          connections={connections}
          onChange={(next) => setChanged(rules.map((one, at) => (at === index ? next : one)))}
          onRemove={() => setChanged(rules.filter((_, at) => at !== index))}
          onUp={() => setChanged([...rules.slice(0, index - 1), rule, ...rules.slice(index - 1, index), ...rules.slice(index + 1)])}
        />
      ))}
      <Group mt="sm">
        <Button variant="default" onClick={() => setChanged([...rules, { connection: first, severities: [], types: [], services: [] }])}>
          {text.addRule}
        </Button>
        {changed === null ? null : (
          <Button loading={save.isPending} onClick={() => save.mutate(changed)}>
            {text.saveRules}
          </Button>
        )}
      </Group>
    </section>
  )
}

interface LineParts {
  readonly number: number
  readonly rule: PlaceRule
  readonly connections: readonly Connection[]
  readonly onChange: (rule: PlaceRule) => void
  readonly onRemove: () => void
  readonly onUp: () => void
}

function Line({ number, rule, connections, onChange, onRemove, onUp }: LineParts): ReactNode {
  const known = useKnownConfiguration()
  const { severities, types, services } = rule
  const any = (chosen: readonly string[]): { placeholder?: string } => (chosen.length === 0 ? { placeholder: text.any } : {})
  return (
    <fieldset className={classes['rule']}>
      <legend>{text.rule(number)}</legend>
      <MultiSelect
        label={text.severities}
        {...any(severities)}
        data={known?.severities.map(({ name }) => name) ?? severities}
        value={severities}
        onChange={(chosen) => onChange({ ...rule, severities: chosen })}
      />
      <MultiSelect
        label={text.types}
        {...any(types)}
        data={known?.types.map(({ name }) => name) ?? types}
        value={types}
        onChange={(chosen) => onChange({ ...rule, types: chosen })}
      />
      <TagsInput label={text.services} {...any(services)} value={services} onChange={(chosen) => onChange({ ...rule, services: chosen })} />
      <Select
        label={text.to}
        allowDeselect={false}
        value={rule.connection}
        onChange={(connection) => connection !== null && onChange({ ...rule, connection })}
        data={connections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Group gap={4} wrap="nowrap" className={classes['ruleActions'] ?? ''}>
        <ActionIcon variant="subtle" color="gray" size={36} disabled={number === 1} aria-label={text.up(number)} onClick={onUp}>
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red" size={36} aria-label={text.removeRule(number)} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </fieldset>
  )
}
