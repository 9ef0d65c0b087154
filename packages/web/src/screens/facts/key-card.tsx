import { Select, TagsInput } from '@mantine/core'
import { isZone } from '@blamefree/core'
import { Fragment, useState, type ReactNode } from 'react'
import { facts as text } from '../../text/incident.ts'
import type { Configuration } from '../../session/configuration.ts'
import { useConfiguration, useIncident } from '../incident/incident-query.ts'
import { FactRow } from './fact-row.tsx'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'
import { TextEditor } from './text-editor.tsx'
import { together, type AtPath } from './use-fact.ts'

type Field = Configuration['fields'][number]

/** Type, severity, status, services, zone, and the team's own fields. */
export function KeyCard(): ReactNode {
  const { facts } = useIncident()
  const { severities, types, fields } = useConfiguration()
  const others = Object.keys(facts.fields).filter((id) => fields.every((field) => field.id !== id))
  return (
    <FactsCard title={text.key} id="key-information">
      <div className={classes['rows']}>
        <FactRow
          path="severity"
          what={text.severity}
          fact={facts.severity}
          field={(at, close) => <TermEditor what={text.severity} now={facts.severity?.value} terms={severities} at={at} close={close} />}
        />
        <FactRow
          path="type"
          what={text.type}
          fact={facts.type}
          field={(at, close) => <TermEditor what={text.type} now={facts.type?.value} terms={types} at={at} close={close} />}
        />
        <FactRow
          path="status"
          what={text.status}
          fact={facts.status}
          field={(at, close) => <Words what={text.status} now={facts.status?.value} at={at} close={close} />}
        />
        <FactRow
          path="services"
          what={text.services}
          fact={together(facts.services)}
          show={listText}
          field={(at, close) => <ListEditor what={text.services} now={facts.services.map(({ value }) => String(value))} at={at} close={close} />}
        />
        <FactRow
          path="zone"
          what={text.zone}
          fact={facts.zone}
          view={zoneText}
          field={(at, close) => <ZoneEditor now={String(facts.zone.value)} at={at} close={close} />}
        />
        {fields.map((field) => (
          <FactRow
            key={field.id}
            path={`fields.${field.id}`}
            what={field.name}
            fact={facts.fields[field.id] ?? null}
            show={listText}
            field={(at, close) => <FieldEditor field={field} now={facts.fields[field.id]?.value} at={at} close={close} />}
          />
        ))}
        {others.map((id) => (
          <OtherField key={id} id={id} />
        ))}
      </div>
    </FactsCard>
  )
}

/** A field that the record has and the team has not: to read only. */
function OtherField({ id }: { id: string }): ReactNode {
  const { facts } = useIncident()
  const value = facts.fields[id]?.value
  return (
    <div className={classes['row']}>
      <div className={classes['name']}>{id}</div>
      <div className={classes['value']}>{listText(value)}</div>
    </div>
  )
}

const listText = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'boolean'
      ? value
        ? text.yes
        : text.no
      : value === null || value === undefined
        ? text.none
        : wordsOf(value)

/** A zone that may break where its words do: `America/Los_Angeles`. */
const zoneText = (value: unknown): ReactNode =>
  wordsOf(value)
    .split(/(?<=[/_])/)
    .map((part, index) => (
      <Fragment key={index}>
        {index === 0 ? null : <wbr />}
        {part}
      </Fragment>
    ))

const wordsOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

interface Editing {
  readonly what: string
  readonly now: unknown
  readonly at: AtPath
  readonly close: () => void
}

function Words({ what, now, at, close }: Editing): ReactNode {
  return (
    <TextEditor
      what={what}
      value={wordsOf(now)}
      onSave={(value) => {
        at.say(value)
        close()
      }}
      onCancel={close}
    />
  )
}

/** One of the team's terms, or none. */
function TermEditor({ what, now, terms, at, close }: Editing & { terms: readonly { id: string; name: string }[] }): ReactNode {
  return (
    <Select
      size="xs"
      aria-label={what}
      data={terms.map(({ name }) => name)}
      value={typeof now === 'string' ? now : null}
      placeholder={text.none}
      allowDeselect={false}
      clearable
      clearButtonProps={{ 'aria-label': text.clear }}
      defaultDropdownOpened
      autoFocus
      onChange={(value) => {
        at.say(value)
        close()
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={close}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

function ListEditor({ what, now, at, close }: Editing & { now: readonly string[] }): ReactNode {
  const [values, setValues] = useState([...now])
  const save = (): void => {
    if (values.join('\n') !== now.join('\n')) at.say(values.length === 0 ? null : values)
    close()
  }
  return (
    <TagsInput
      size="xs"
      aria-label={what}
      description={text.servicesHint}
      value={values}
      onChange={setValues}
      autoFocus
      onBlur={save}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    />
  )
}

function ZoneEditor({ now, at, close }: { now: string; at: AtPath; close: () => void }): ReactNode {
  return (
    <Select
      size="xs"
      aria-label={text.zone}
      data={ZONES}
      value={now}
      searchable
      limit={60}
      allowDeselect={false}
      autoFocus
      // What is typed takes the place of the zone that stands there.
      onFocus={(event) => event.currentTarget.select()}
      onChange={(value) => {
        if (value !== null && isZone(value)) at.say(value)
        close()
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={close}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]

function FieldEditor({ field, now, at, close }: { field: Field; now: unknown; at: AtPath; close: () => void }): ReactNode {
  const editing = { what: field.name, now, at, close }
  if (field.kind === 'list') return <ListEditor {...editing} now={Array.isArray(now) ? now.map(String) : []} />
  if (field.kind === 'yes-no') {
    const said = { ...at, say: (value: unknown) => at.say(value === null ? null : value === text.yes) }
    return (
      <TermEditor
        {...editing}
        at={said}
        now={now === undefined ? null : now === true ? text.yes : text.no}
        terms={[text.yes, text.no].map((name) => ({ id: name, name }))}
      />
    )
  }
  const number = { ...at, say: (value: unknown) => at.say(value === null ? null : Number(wordsOf(value).replaceAll(/[\s,']/g, ''))) }
  return <Words {...editing} at={field.kind === 'number' ? number : at} />
}
