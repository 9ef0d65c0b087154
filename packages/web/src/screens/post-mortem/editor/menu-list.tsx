import { useEffect, useRef, type ComponentType, type ReactNode } from 'react'
import { postMortem as words } from '../../../text/post-mortem.ts'
import classes from './menu-list.module.css'

/** Something that a menu in the text offers. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly group?: string
  readonly icon?: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
}

export interface MenuListProps {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly index: number
  readonly loading: boolean
  readonly choose: (choice: Choice) => void
}

/** What a menu offers while somebody types after `/`, `@` or `#`. The caret stays in the text; the arrows move in here. */
export function MenuList({ id, label, choices, index, loading, choose }: MenuListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  if (choices.length === 0) return <div className={classes['empty']}>{loading ? words.menuLoading : words.menuEmpty}</div>
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={classes['list']}>
      {choices.map((choice, place) => {
        const Icon = choice.icon
        return (
          <div key={choice.id} role="presentation">
            {choice.group !== undefined && choice.group !== choices[place - 1]?.group ? (
              <div className={classes['group']} role="presentation">
                {choice.group}
              </div>
            ) : null}
            <div
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              className={classes['choice']}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(choice)
              }}
            >
              {Icon === undefined ? null : (
                <span className={classes['icon']}>
                  <Icon size={17} aria-hidden />
                </span>
              )}
              <span className={classes['label']}>{choice.label}</span>
              {choice.hint === undefined ? null : <span className={classes['hint']}>{choice.hint}</span>}
            </div>
          </div>
        )
      })}
    </div>
  )
}
