import { IconBolt, IconBulb, IconChecklist, IconClockHour4, IconFileText, IconFlame, IconTimeline, IconUser, type IconProps } from '../../parts/icons.tsx'
import { Fragment, type ComponentType, type ReactNode } from 'react'
import { TimeText } from '../../parts/time-text.tsx'
import classes from './search.module.css'
import type { Choice, ChoiceGroup } from './use-choices.ts'

const ICONS: Readonly<Record<string, ComponentType<IconProps>>> = {
  incident: IconFlame,
  'post-mortem': IconFileText,
  event: IconTimeline,
  finding: IconBulb,
  'follow-up': IconChecklist,
  person: IconUser,
  action: IconBolt,
}

/** What was found, by kind; the words that were looked for are marked. */
export function SearchResults({
  groups,
  current,
  onOpen,
  onPoint,
}: {
  groups: readonly ChoiceGroup[]
  current: Choice | undefined
  onOpen: (choice: Choice) => void
  onPoint: (choice: Choice) => void
}): ReactNode {
  return (
    <div id="search-hits" role="listbox" aria-label={groups.map(({ title }) => title).join(', ')} tabIndex={-1}>
      {groups.map(({ title, choices }) => (
        <div key={title} role="group" aria-label={title}>
          <div className={classes['group']} aria-hidden>
            {title}
          </div>
          {choices.map((choice) => {
            const Icon = ICONS[choice.kind] ?? IconClockHour4
            return (
              // The keyboard is served by the field, as a combobox does it.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={choice.key}
                id={`hit-${choice.key}`}
                role="option"
                aria-selected={choice === current}
                tabIndex={-1}
                className={classes['hit']}
                onClick={() => onOpen(choice)}
                onMouseMove={() => choice !== current && onPoint(choice)}
              >
                <Icon size={17} stroke={1.6} aria-hidden />
                <span className={classes['words']}>
                  <span className={classes['title']}>
                    <Marked parts={choice.title} />
                  </span>
                  {choice.excerpt === undefined || choice.excerpt.length === 0 ? null : (
                    <span className={classes['excerpt']}>
                      <Marked parts={choice.excerpt} />
                    </span>
                  )}
                </span>
                {choice.at === undefined ? null : (
                  <span className={classes['at']}>
                    <TimeText at={choice.at} />
                  </span>
                )}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function Marked({ parts }: { parts: Choice['title'] }): ReactNode {
  return parts.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>))
}
