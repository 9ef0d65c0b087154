import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core'
import { safeUrl } from '@blamefree/core'
import {
  IconBold,
  IconCode,
  IconColumnInsertRight,
  IconColumnRemove,
  IconItalic,
  IconLink,
  IconLinkOff,
  IconMessagePlus,
  IconRowInsertBottom,
  IconRowRemove,
  IconStrikethrough,
  IconTrash,
} from '../../parts/icons.tsx'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState, type Editor } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { useState, type ReactNode } from 'react'
import { keysText } from '../../shell/shortcuts.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './bubble.module.css'

const MARKS = [
  { name: 'bold', icon: IconBold, keys: 'mod+b' },
  { name: 'italic', icon: IconItalic, keys: 'mod+i' },
  { name: 'strike', icon: IconStrikethrough, keys: 'mod+shift+s' },
  { name: 'code', icon: IconCode, keys: 'mod+e' },
] as const

/** What can be done with the words that are chosen. Those who only read may comment on them. */
export function Bubble({
  editor,
  linking,
  onLinking,
  onComment,
  away,
}: {
  editor: Editor
  linking: boolean
  onLinking: (on: boolean) => void
  onComment: () => void
  /** Not to be seen, while somebody says something of the words beside them. */
  away: boolean
}): ReactNode {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ['bold', 'italic', 'strike', 'code', 'link'].filter((name) => now.isActive(name)).join(' '),
  })
  const has = (name: string): boolean => active.split(' ').includes(name)
  const editable = editor.isEditable
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="bubble"
      className={classes['bar']}
      options={{ placement: 'top', offset: 8 }}
      shouldShow={({ state: { selection } }) => selection instanceof TextSelection && !selection.empty && selection.$from.parent.inlineContent}
    >
      {away ? null : linking ? (
        <LinkForm editor={editor} onDone={() => onLinking(false)} />
      ) : (
        <Group gap={2} wrap="nowrap" role="toolbar" aria-label={words.bubble}>
          {editable
            ? MARKS.map(({ name, icon: Icon, keys }) => (
                <Tool key={name} label={words.marks[name]} keys={keys} on={has(name)} run={() => void editor.chain().focus().toggleMark(name).run()}>
                  <Icon size={17} aria-hidden />
                </Tool>
              ))
            : null}
          {editable ? (
            <Tool label={words.marks.link} keys="mod+k" on={has('link')} run={() => onLinking(true)}>
              <IconLink size={17} aria-hidden />
            </Tool>
          ) : null}
          <Tooltip label={`${words.comment} · ${keysText('mod+alt+m')}`}>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconMessagePlus size={16} aria-hidden />}
              onMouseDown={(event) => event.preventDefault()}
              onClick={onComment}
            >
              {words.comment}
            </Button>
          </Tooltip>
        </Group>
      )}
    </BubbleMenu>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  readonly on?: boolean
  readonly run: () => void
  readonly children: ReactNode
}

function Tool({ label, keys, on, run, children }: ToolProps): ReactNode {
  return (
    <Tooltip label={keys === undefined ? label : `${label} · ${keysText(keys)}`}>
      <ActionIcon
        variant={on === true ? 'light' : 'subtle'}
        color={on === true ? 'calm' : 'gray'}
        size={30}
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={run}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }): ReactNode {
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? ''))
  const href = safeUrl(/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(address.trim()) ? `https://${address.trim()}` : address)
  const close = (): void => {
    onDone()
    editor.commands.focus()
  }
  return (
    <form
      className={classes['link']}
      onSubmit={(event) => {
        event.preventDefault()
        if (href !== null) editor.chain().focus().setMark('link', { href }).run()
        if (href !== null) onDone()
      }}
    >
      <TextInput
        size="xs"
        w={240}
        autoFocus
        aria-label={words.linkAddress}
        placeholder="https://"
        value={address}
        error={address !== '' && href === null ? words.linkBad : undefined}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <Button size="compact-sm" type="submit" disabled={href === null}>
        {words.linkSet}
      </Button>
      <Tool
        label={words.linkRemove}
        run={() => {
          editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
          onDone()
        }}
      >
        <IconLinkOff size={16} aria-hidden />
      </Tool>
    </form>
  )
}

/** Rows and columns, while the caret is in a table. */
export function TableBar({ editor }: { editor: Editor }): ReactNode {
  const run = (name: 'addRowAfter' | 'deleteRow' | 'addColumnAfter' | 'deleteColumn' | 'deleteTable') => () => void editor.chain().focus()[name]().run()
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="tableBar"
      className={classes['bar']}
      options={{ placement: 'bottom-start', offset: 6 }}
      getReferencedVirtualElement={() => {
        const table = editor.view.domAtPos(editor.state.selection.from).node.parentElement?.closest('table') ?? null
        return table === null ? null : { getBoundingClientRect: () => table.getBoundingClientRect() }
      }}
      shouldShow={({ editor: now, state }) => now.isEditable && state.selection.empty && now.isActive('table')}
    >
      <Group gap={2} wrap="nowrap" role="toolbar" aria-label={words.table.bar}>
        <Tool label={words.table.addRow} keys="alt+shift+ArrowDown" run={run('addRowAfter')}>
          <IconRowInsertBottom size={17} aria-hidden />
        </Tool>
        <Tool label={words.table.deleteRow} keys="alt+shift+Backspace" run={run('deleteRow')}>
          <IconRowRemove size={17} aria-hidden />
        </Tool>
        <Tool label={words.table.addColumn} keys="alt+shift+ArrowRight" run={run('addColumnAfter')}>
          <IconColumnInsertRight size={17} aria-hidden />
        </Tool>
        <Tool label={words.table.deleteColumn} keys="alt+shift+Delete" run={run('deleteColumn')}>
          <IconColumnRemove size={17} aria-hidden />
        </Tool>
        <Tool label={words.table.delete} run={run('deleteTable')}>
          <IconTrash size={16} aria-hidden />
        </Tool>
      </Group>
    </BubbleMenu>
  )
}
