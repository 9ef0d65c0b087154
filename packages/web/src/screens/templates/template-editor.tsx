import { Paper, Text } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { templatesText as text } from '../../text/templates.ts'
import { completionsAt, type Completion } from './completions.ts'
import classes from './template-editor.module.css'

/** A place in the text that something is said of. */
export interface Flaw {
  readonly line: number
  readonly weight: 'error' | 'warning' | 'info'
  readonly message: string
}

interface EditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly readOnly: boolean
  readonly flaws: readonly Flaw[]
  readonly area: { current: HTMLTextAreaElement | null }
}

interface Offer {
  readonly items: readonly Completion[]
  readonly written: number
  readonly chosen: number
  readonly top: number
  readonly left: number
}

/** The height of a line, in pixels: that of the style sheet. */
const LINE = 21

/** The template's Markdown with its line numbers; lines that something is wrong with are marked, and what can stand at the caret is offered. */
export function TemplateEditor({ value, onChange, readOnly, flaws, area }: EditorProps): ReactNode {
  const gutter = useRef<HTMLDivElement>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const byLine = new Map(flaws.toReversed().map((flaw) => [flaw.line, flaw]))
  const lines = value.split('\n').length
  const look = (field: HTMLTextAreaElement): void => setOffer(readOnly ? null : offerAt(field))
  const take = (item: Completion): void => {
    const field = area.current
    if (field === null || offer === null) return
    const at = field.selectionStart
    const start = at - offer.written
    onChange(`${value.slice(0, start)}${item.insert}${value.slice(at)}`)
    setOffer(null)
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(start + item.insert.length, start + item.insert.length)
    })
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (offer === null || offer.items.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = offer.items[offer.chosen]
    if (step !== undefined) setOffer({ ...offer, chosen: (offer.chosen + step + offer.items.length) % offer.items.length })
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen)
    else if (event.key === 'Escape') setOffer(null)
    else return
    event.preventDefault()
  }
  const open = offer !== null && offer.items.length > 0
  return (
    <div className={classes['editor']}>
      <div ref={gutter} className={classes['gutter']} aria-hidden>
        {Array.from({ length: lines }, (_, index) => (
          <div key={index} data-weight={byLine.get(index + 1)?.weight} title={byLine.get(index + 1)?.message}>
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        className={classes['field']}
        aria-label={text.editor}
        aria-autocomplete="list"
        aria-controls={open ? 'completions' : undefined}
        aria-activedescendant={open ? `completion-${offer.chosen}` : undefined}
        spellCheck={false}
        wrap="off"
        readOnly={readOnly}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          look(event.currentTarget)
        }}
        onKeyDown={press}
        onBlur={() => setOffer(null)}
        onScroll={(event) => {
          if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop
          setOffer(null)
        }}
      />
      {open ? (
        <Paper
          id="completions"
          role="listbox"
          aria-label={text.completion}
          withBorder
          shadow="md"
          className={classes['offer'] ?? ''}
          style={{ top: offer.top, left: offer.left }}
        >
          {offer.items.map((item, index) => (
            <div
              key={item.insert}
              id={`completion-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === offer.chosen}
              onMouseDown={(event) => {
                event.preventDefault()
                take(item)
              }}
            >
              <code>{item.insert}</code>
              <Text size="xs" c="dimmed">
                {item.what}
              </Text>
            </div>
          ))}
        </Paper>
      ) : null}
    </div>
  )
}

/** What can stand at the caret, and where on the screen the list of it belongs: the letters are all of one width. */
function offerAt(field: HTMLTextAreaElement): Offer | null {
  const before = field.value.slice(0, field.selectionStart)
  const row = before.split('\n').length
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const { items, written } = completionsAt(line)
  if (items.length === 0) return null
  const letter = 7.83
  return {
    items,
    written,
    chosen: 0,
    top: row * LINE + 14 - field.scrollTop,
    left: Math.min(48 + (line.length - written) * letter - field.scrollLeft, Math.max(48, field.clientWidth - 380)),
  }
}
