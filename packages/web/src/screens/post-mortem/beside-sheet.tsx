import { Button, Drawer, SegmentedControl, Text, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { IconBook2, IconBulb, IconMessage, IconMessagePlus } from '../../parts/icons.tsx'
import { postMortem as words } from '../../text/post-mortem.ts'
import { NEW_COMMENT, type BesideItem } from './beside-items.tsx'
import classes from './beside-sheet.module.css'

type Kind = BesideItem['kind']

const KINDS: readonly { readonly kind: Kind; readonly icon: typeof IconBulb }[] = [
  { kind: 'comments', icon: IconMessage },
  { kind: 'remarks', icon: IconBulb },
  { kind: 'guidance', icon: IconBook2 },
]
/** What stands among the comments and is none. */
const NO_COMMENTS: ReadonlySet<string> = new Set(['settled', NEW_COMMENT])

interface SheetProps {
  readonly items: readonly BesideItem[]
  /** The thread or remark that is open; the sheet comes up with it. */
  readonly open: string | null
  /** Whether somebody is about to comment. */
  readonly composing: boolean
  readonly onComment: () => void
  readonly onClose: () => void
  readonly label: string
}

/** What stands beside the text where there is no room beside it: a bar at the bottom with how much there is, and a sheet that comes up from it. */
export function BesideSheet({ items, open, composing, onComment, onClose, label }: SheetProps): ReactNode {
  const [chosen, setChosen] = useState<Kind | null>(null)
  const asked = composing ? 'comments' : open === null ? null : (items.find(({ key }) => key === open)?.kind ?? null)
  const kind = asked ?? chosen
  const count = (of: Kind): number => items.filter((item) => item.kind === of && !NO_COMMENTS.has(item.key)).length
  const close = (): void => {
    setChosen(null)
    onClose()
  }
  return (
    <>
      <div className={classes['bar']} role="toolbar" aria-label={label}>
        {KINDS.map(({ kind: one, icon: Icon }) => (
          <UnstyledButton
            key={one}
            className={classes['tool']}
            disabled={count(one) === 0 && one !== 'comments'}
            aria-label={words.beside.count[one](count(one))}
            onClick={() => setChosen(one)}
          >
            <Icon size={19} aria-hidden />
            <span className="numbers">{count(one)}</span>
          </UnstyledButton>
        ))}
        <Button
          ml="auto"
          variant="light"
          leftSection={<IconMessagePlus size={18} aria-hidden />}
          // A button that takes the focus would take the chosen words away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onComment}
        >
          {words.comment}
        </Button>
      </div>
      <Drawer
        opened={kind !== null}
        onClose={close}
        position="bottom"
        size="72dvh"
        title={label}
        closeButtonProps={{ 'aria-label': words.close, size: 36 }}
        attributes={{ header: { role: 'none' } }}
        classNames={{ content: classes['sheet'] ?? '', header: classes['head'] ?? '', body: classes['body'] ?? '' }}
      >
        <SegmentedControl
          fullWidth
          mb="sm"
          aria-label={label}
          value={kind ?? 'comments'}
          onChange={(value) => {
            onClose()
            setChosen(value)
          }}
          data={KINDS.map(({ kind: one }) => ({ value: one, label: words.beside.tab[one](count(one)) }))}
        />
        {kind === null ? null : <Listed items={items.filter((item) => item.kind === kind)} kind={kind} open={open} onGo={close} />}
      </Drawer>
    </>
  )
}

function Listed({ items, kind, open, onGo }: { items: readonly BesideItem[]; kind: Kind; open: string | null; onGo: () => void }): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (open !== null) list.current?.querySelector(`[data-item="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open])
  // In the order of the text; what is about no place in it stands first.
  const ordered = items.map((item) => ({ item, at: item.anchor() })).toSorted((a, b) => topOf(a.at) - topOf(b.at))
  if (ordered.length === 0) return <Text c="dimmed">{words.beside.none[kind]}</Text>
  return (
    <ul ref={list} className={classes['list']}>
      {ordered.map(({ item, at }) => (
        <li key={item.key} data-item={item.key}>
          {item.title === undefined ? null : (
            <Text fw={600} size="sm">
              {item.title}
            </Text>
          )}
          {item.content}
          {at === null || item.key === NEW_COMMENT ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                onGo()
                // The sheet gives the page back its scrolling first.
                setTimeout(() => at.scrollIntoView({ block: 'center', behavior: 'smooth' }), 120)
              }}
            >
              {words.beside.show}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY
