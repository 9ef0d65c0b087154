import { Kbd, Modal } from '@mantine/core'
import { IconSearch } from '../../parts/icons.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { searchText as text } from '../../text/search.ts'
import { rememberPlace } from './recent-places.ts'
import classes from './search.module.css'
import { SearchResults } from './search-results.tsx'
import { useChoices, type Choice } from './use-choices.ts'

/** The search over everything, above whatever is open: recent things at first, then what is called or says so, and what can be done. */
export function SearchScreen({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={680}
      yOffset="10vh"
      radius="lg"
      attributes={{ content: { 'aria-label': text.field } }}
      transitionProps={{ duration: 80, transition: 'fade' }}
    >
      {opened ? <Search onClose={onClose} /> : null}
    </Modal>
  )
}

function Search({ onClose }: { onClose: () => void }): ReactNode {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { groups, state } = useChoices(words)
  const choices = groups.flatMap((group) => group.choices)
  const list = useRef<HTMLDivElement>(null)
  const go = useNavigate()
  const current = choices[Math.min(at, choices.length - 1)]
  useEffect(() => setAt(0), [words])
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const open = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    onClose()
    if (choice.run !== undefined) return choice.run()
    if (choice.place === undefined) return
    if (choice.kind !== 'action') rememberPlace({ title: choice.title.map((part) => part.text).join(''), place: choice.place, kind: choice.kind })
    void go({ href: choice.place })
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && choices.length > 0) setAt((before) => (Math.min(before, choices.length - 1) + step + choices.length) % choices.length)
    else if (event.key === 'Home' && words === '') setAt(0)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(current)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={classes['field']}>
        <IconSearch size={19} aria-hidden />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-expanded
          aria-controls="search-hits"
          aria-activedescendant={current === undefined ? undefined : `hit-${current.key}`}
          aria-label={text.field}
          placeholder={text.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <div ref={list} className={classes['hits']}>
        <SearchResults groups={groups} current={current} onOpen={open} onPoint={(choice) => setAt(choices.indexOf(choice))} />
        <p className={classes['state']} role="status">
          {state === 'searching' && choices.length === 0 ? text.searching : ''}
          {state === 'failed' ? text.failed : ''}
          {state === 'none' ? (
            <>
              {text.none(words.trim())}
              <br />
              {text.noneHint}
            </>
          ) : null}
        </p>
      </div>
      <footer className={classes['keys']}>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {text.keys.move}
        </span>
        <span>
          <Kbd size="xs">⏎</Kbd> {text.keys.open}
        </span>
        <span>
          <Kbd size="xs">Esc</Kbd> {text.keys.close}
        </span>
      </footer>
    </>
  )
}
