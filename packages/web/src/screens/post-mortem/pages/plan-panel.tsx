import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { say } from '../../../shell/say.ts'
import { Fault, Loading } from '../../../shell/states.tsx'
import { pagesText as text } from '../../../text/places.ts'
import { pagesQuery, planQuery, type Choice, type Page, type PagePlan } from './page-queries.ts'
import { ConflictChoice, PlanChanges } from './plan-changes.tsx'

/** What was changed on a page, what publishing would change, and the choice where both did; with taking theirs over by one click. */
export function PlanPanel({
  postMortem,
  page,
  publish,
  onDone,
}: {
  postMortem: string
  page: Page
  publish: (choice: Choice) => Promise<Page>
  onDone: () => void
}): ReactNode {
  const queries = useQueryClient()
  const { data: plan, error } = useQuery(planQuery(postMortem, page.id))
  const [sides, setSides] = useState<Readonly<Record<string, 'ours' | 'theirs'>>>({})
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: pagesQuery(postMortem).queryKey })
  const send = useMutation({
    mutationFn: publish,
    async onSuccess() {
      onDone()
      await renew()
    },
  })
  const take = useMutation({
    mutationFn: () => answer(api.POST('/v1/post-mortems/{postMortem}/pages/{page}/pull', { params: { path: { postMortem, page: page.id } }, body: {} })),
    async onSuccess({ sections, problems }) {
      say(problems.map(({ message }) => message).join(' ') || text.taken(sections.map((name) => name || text.beginning).join(', ')))
      await Promise.all([
        renew(),
        queries.invalidateQueries({ queryKey: ['page-plan', page.id] }),
        queries.invalidateQueries({ queryKey: ['post-mortem', postMortem] }),
      ])
    },
  })
  if (error !== null) return <Fault error={error} />
  if (plan === undefined) return <Loading what="the page there" />
  // What is chosen about is shown once.
  const alone = (changes: PagePlan['theirs']): PagePlan['theirs'] =>
    changes.filter(({ section, before }) => !plan.conflicts.some((conflict) => conflict.section === section && conflict.before === before))
  const sections = [...new Set(plan.conflicts.map(({ section }) => section))]
  return (
    <Stack gap="sm" mt="sm">
      <About plan={plan} page={page} send={(choice) => send.mutate(choice)} />
      <PlanChanges title={text.theirs} hint={text.theirsHint} changes={alone(plan.theirs)} />
      {sections.map((section) => (
        <ConflictChoice
          key={section}
          section={section}
          conflicts={plan.conflicts.filter((conflict) => conflict.section === section)}
          side={sides[section] ?? null}
          onChoose={(side) => setSides({ ...sides, [section]: side })}
        />
      ))}
      <PlanChanges title={text.ours} changes={alone(plan.ours)} />
      {plan.state === 'gone' ? null : (
        <Group justify="flex-end">
          {plan.theirs.length === 0 ? null : (
            <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
              {text.take}
            </Button>
          )}
          <Button loading={send.isPending} disabled={!sections.every((section) => section in sides)} onClick={() => send.mutate({ sections: { ...sides } })}>
            {text.publishAgain}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function About({ plan, page, send }: { plan: PagePlan; page: Page; send: (choice: Choice) => void }): ReactNode {
  if (plan.state === 'gone')
    return (
      <Alert color="red">
        <Text size="sm" mb="xs">
          {plan.page.sentence}
        </Text>
        <Group>
          {(plan.page.choices.length > 0 ? plan.page.choices : page.choices).map((choice) => (
            <Button key={choice} variant="default" size="compact-sm" onClick={() => send({ gone: choice })}>
              {text[choice]}
            </Button>
          ))}
        </Group>
      </Alert>
    )
  return (
    <Text size="sm" c="dimmed">
      {plan.state === 'current' ? text.same : plan.changedBy === null ? null : text.lastBy(plan.changedBy)}
    </Text>
  )
}
