import { Button, Group } from '@mantine/core'
import { clockText, parseInstant, zoneLabel } from '@blamefree/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Page } from '../../parts/page.tsx'
import { useKnownConfiguration } from '../../session/configuration.ts'
import { dayText } from '../../parts/day-text.ts'
import { useReaderZone } from '../../session/me.ts'
import { Fault, Loading } from '../../shell/states.tsx'
import { factRule } from '../../text/fact-rules.ts'
import { intakeText as text } from '../../text/intake.ts'
import { problemHints } from '../../text/records.ts'
import classes from './intake.module.css'
import type { IntakeSearch } from './intake-search.ts'
import { ProblemList } from './problem-list.tsx'
import { understood, type Understood } from './understood.ts'

/** What was understood of a record that was handed in: what was read out of it and by which rule, what disagrees, what is missing, and the two ways on. */
export function Made({ incident: slug, outcome }: { incident: string; outcome: NonNullable<IntakeSearch['outcome']> }): ReactNode {
  const go = useNavigate()
  const incident = useQuery({
    queryKey: ['incident', slug, 'made'],
    queryFn: () => answer(api.GET('/v1/incidents/{incident}', { params: { path: { incident: slug } } })),
  })
  const configuration = useKnownConfiguration()
  const write = useMutation({
    mutationFn: () => answer(api.POST('/v1/incidents/{incident}/post-mortems', { params: { path: { incident: slug } }, body: {} })),
    onSuccess: ({ id }) => void go({ to: '/post-mortems/$postMortem', params: { postMortem: id } }),
  })
  if (incident.isError) return <Fault error={incident.error} />
  if (incident.data === undefined || configuration === null) return <Loading />
  const { facts, problems, events, keyEvents } = incident.data
  const { inferred, stated, missing } = understood(facts, configuration)
  return (
    <Page
      title={typeof facts.title?.value === 'string' ? facts.title.value : text.untitled}
      lead={`${text.result[outcome]} ${text.events(events)}, ${text.keyEvents(keyEvents)}.`}
      width={64}
      actions={
        <>
          <Button component={Link} to={`/incidents/${slug}`} variant="default">
            {text.result.open}
          </Button>
          <Button loading={write.isPending} onClick={() => write.mutate()}>
            {text.result.write}
          </Button>
        </>
      }
    >
      <div className={classes['result']}>
        <section className={classes['card']} aria-label={text.result.inferred}>
          <h2>{text.result.inferred}</h2>
          <p>{text.result.inferredHint}</p>
          <Facts facts={inferred} slug={slug} />
        </section>
        <div className={classes['resultSide']}>
          <section className={classes['card']} aria-label={text.result.clashed}>
            <h2>{text.result.clashed}</h2>
            {problems.length === 0 ? <p>{text.result.clashedNone}</p> : <ProblemList problems={problems} most={8} hints={problemHints} />}
          </section>
          <section className={classes['card']} aria-label={text.result.missing}>
            <h2>{text.result.missing}</h2>
            {missing.length === 0 ? (
              <p>{text.result.missingNone}</p>
            ) : (
              <>
                <ul className={classes['missing']}>
                  {missing.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
                <p>{text.result.missingHint}</p>
              </>
            )}
          </section>
          {stated.length === 0 ? null : (
            <section className={classes['card']} aria-label={text.result.stated}>
              <h2>{text.result.stated}</h2>
              <Facts facts={stated} slug={slug} />
            </section>
          )}
        </div>
      </div>
      <Group mt="lg">
        <Button variant="subtle" onClick={() => void go({ to: '/new', search: {} })}>
          {text.result.another}
        </Button>
      </Group>
    </Page>
  )
}

/** Values with the sentence of the rule, or the source, that they come from. */
function Facts({ facts, slug }: { facts: readonly Understood[]; slug: string }): ReactNode {
  const zone = useReaderZone()
  const shown = (value: string): string => {
    const at = parseInstant(value)
    return at === null ? value : `${dayText(at, zone)}, ${clockText(at, zone).slice(0, 5)} ${zoneLabel(at, zone)}`
  }
  return (
    <dl className={classes['understood']}>
      {facts.map(({ name, value, rule, origin, event }, index) => (
        <div key={`${name} ${String(index)}`}>
          <dt>{name}</dt>
          <dd>
            <b>{shown(value)}</b>
            <small>
              {rule === null ? `${text.result.because} ${origin}` : factRule(rule)}{' '}
              {event === null ? null : (
                <Link to="/incidents/$incident/timeline" params={{ incident: slug }} hash={event}>
                  {text.result.evidence}
                </Link>
              )}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
