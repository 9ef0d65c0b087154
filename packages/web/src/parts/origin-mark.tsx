import { Anchor, Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { dateTimeText, zoneLabel, type Instant } from '@blamefree/core'
import { IconDatabase, IconExternalLink, IconTimeline, IconUserCheck, IconWand } from './icons.tsx'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { components } from '../api/schema.ts'
import { useReaderZone } from '../session/me.ts'
import { factRule } from '../text/fact-rules.ts'
import { facts as text } from '../text/incident.ts'
import classes from './origin-mark.module.css'

type Fact = components['schemas']['Fact']
type Correction = components['schemas']['Correction']

interface Given {
  /** What the value is of: `Severity`. */
  readonly what: string
  readonly fact: Fact
  /** A person's word that made it so. */
  readonly correction?: Correction | undefined
  /** The incident's slug, to show the events that a rule looked at. */
  readonly incident: string
  /** A value as it is read. */
  readonly show?: (value: unknown) => string
  readonly onTakeBack?: (() => void) | undefined
}

/** Where a value comes from: a mark that says so when it is pointed at, focused or pressed, with links to look and the way back from a correction. */
export function OriginMark({ what, fact, correction, incident, show = String, onTakeBack }: Given): ReactNode {
  const [open, setOpen] = useState(false)
  // Pressed, and not only pointed at: then whoever uses the keyboard is in it.
  const [pressed, setPressed] = useState(false)
  const timer = useRef(0)
  const mark = useRef<HTMLButtonElement>(null)
  const [dropdown, setDropdown] = useState<HTMLDivElement | null>(null)
  const change = (next: boolean): void => {
    const inside = dropdown?.contains(document.activeElement) === true
    setOpen(next)
    if (next) return
    setPressed(false)
    if (!inside) return
    mark.current?.focus()
    // Focused again, it would say once more what has just been closed.
    clearTimeout(timer.current)
  }
  useEffect(() => {
    if (pressed) requestAnimationFrame(() => dropdown?.querySelector<HTMLElement>('a, button')?.focus())
  }, [dropdown, pressed])
  const reader = useReaderZone()
  const person = fact.origin.source === 'person'
  const Icon = person ? IconUserCheck : fact.basis === 'stated' ? IconDatabase : IconWand
  const sentence = sentenceOf(fact, correction, reader)
  const soon = (next: boolean): void => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => change(next), next ? 180 : 220)
  }
  const event = fact.evidence[0]
  return (
    <Popover opened={open} onChange={change} position="bottom-start" withArrow shadow="md" width={300} withinPortal>
      <Popover.Target>
        <UnstyledButton
          ref={mark}
          className={classes['mark']}
          aria-label={text.origin.label(what, sentence)}
          {...(person ? { 'data-person': true } : {})}
          {...(open ? { 'data-open': true } : {})}
          onMouseEnter={() => soon(true)}
          onMouseLeave={() => pressed || soon(false)}
          onFocus={(focus) => focus.currentTarget.matches(':focus-visible') && soon(true)}
          onBlur={() => pressed || soon(false)}
          onClick={() => {
            clearTimeout(timer.current)
            setPressed(true)
            setOpen(true)
          }}
        >
          <Icon size={15} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown ref={setDropdown} onMouseEnter={() => soon(true)} onMouseLeave={() => pressed || soon(false)}>
        <Stack gap={8}>
          <Text size="sm">{sentence}</Text>
          {correction === undefined || correction.before === undefined ? null : (
            <Text size="xs" c="dimmed">
              {correction.before === null ? text.origin.insteadNothing : text.origin.instead(show(correction.before))}
            </Text>
          )}
          <Group gap="sm">
            {fact.origin.url === null ? null : (
              <Anchor href={fact.origin.url} target="_blank" rel="noreferrer" size="sm">
                {text.origin.open} <IconExternalLink size={13} aria-hidden />
              </Anchor>
            )}
            {event === undefined ? null : (
              <Anchor component={Link} to={`/incidents/${incident}/timeline`} hash={event} size="sm">
                <IconTimeline size={13} aria-hidden /> {text.origin.show}
              </Anchor>
            )}
            {correction === undefined || onTakeBack === undefined ? null : (
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  change(false)
                  onTakeBack()
                }}
              >
                {text.origin.takeBack}
              </Button>
            )}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** In a sentence or two: `Inferred from Alert HighErrorRate. It is when the first alert fired.` */
function sentenceOf({ origin, basis, rule }: Fact, correction: Correction | undefined, zone: string): string {
  if (correction !== undefined) {
    const at = correction.at as Instant
    return text.origin.person(correction.by, `${dateTimeText(at, zone)} ${zoneLabel(at, zone)}`)
  }
  if (origin.source === 'person') return text.origin.personOnly(origin.label)
  return basis === 'stated' ? text.origin.stated(origin.label) : `${text.origin.inferred(origin.label)} ${factRule(rule)}`
}
