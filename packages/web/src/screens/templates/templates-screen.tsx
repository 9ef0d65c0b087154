import { Badge, Button, Card, Checkbox, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { IconPlus } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { Page } from '../../parts/page.tsx'
import { useMe } from '../../session/me.ts'
import { Loading } from '../../shell/states.tsx'
import { templatesText as text } from '../../text/templates.ts'
import classes from './templates-screen.module.css'

type Template = components['schemas']['Template']

/** Every template, ours and the team's. */
export function TemplatesScreen(): ReactNode {
  const go = useNavigate()
  const queries = useQueryClient()
  const writes = useMe().member.role !== 'viewer'
  const [putAway, setPutAway] = useState(false)
  const { data, isPending } = useQuery({
    queryKey: ['templates', { putAway }],
    queryFn: () => answer(api.GET('/v1/templates', { params: { query: putAway ? { archived: 'true' } : {} } })),
  })
  const fresh = useMutation({
    mutationFn: () => answer(api.POST('/v1/templates', { body: { text: text.start, note: null } })),
    async onSuccess(made) {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await go({ to: '/templates/$template', params: { template: made.slug } })
    },
  })
  const actions = writes ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} loading={fresh.isPending} onClick={() => fresh.mutate()}>
      {text.fresh}
    </Button>
  ) : undefined
  return (
    <Page title={text.title} lead={text.lead} {...(actions === undefined ? {} : { actions })}>
      {isPending ? (
        <Loading what="the templates" />
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {(data?.items ?? []).map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </SimpleGrid>
      )}
      <Checkbox mt="xl" label={text.showArchived} checked={putAway} onChange={(event) => setPutAway(event.currentTarget.checked)} />
    </Page>
  )
}

function TemplateCard({ template }: { template: Template }): ReactNode {
  const { slug, title, description, builtIn, archived, version, conditions } = template
  const conditionWords = conditionText(conditions)
  return (
    <Card
      withBorder
      radius="md"
      className={classes['card'] ?? ''}
      renderRoot={(given) => <Link to="/templates/$template" params={{ template: slug }} {...given} />}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {builtIn ? <Badge color="gray">{text.builtIn}</Badge> : null}
          {archived ? <Badge color="orange">{text.archived}</Badge> : null}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={6} lineClamp={3}>
        {description}
      </Text>
      <Text size="xs" c="dimmed" mt="sm">
        {conditionWords === '' ? text.forAny : text.forWhich(conditionWords)}
        {builtIn ? null : ` · ${text.version(version)}`}
      </Text>
    </Card>
  )
}

/** `Critical, Major · Checkout`: which incidents a template is for; empty for any. */
export function conditionText({ severity, type, service }: Template['conditions']): string {
  return [severity, type, service]
    .filter((list) => list.length > 0)
    .map((list) => list.join(', '))
    .join(' · ')
}
