import { Button, Popover, Progress, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconCircleCheck, IconCircleDashed } from '../../parts/icons.tsx'
import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useState, type ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import { sectionsOf, type WrittenSection } from './editor/sections.ts'
import classes from './outline.module.css'

/** What an outline shows of a section. */
type OutlineSection = Pick<WrittenSection, 'title' | 'depth' | 'state'>

/** The sections that an outline shows. */
export const outlineOf = (text: Node): WrittenSection[] => sectionsOf(text).filter(({ depth }) => depth <= 3)

/** The sections with what is still to write, each a way there. */
export function Outline({ sections, editor, onGo }: { sections: readonly OutlineSection[]; editor: Editor; onGo?: () => void }): ReactNode {
  const counted = sections.filter(({ state }) => state !== 'parts')
  const done = counted.filter(({ state }) => state !== 'to-write').length
  const top = Math.min(...sections.map(({ depth }) => depth))
  const go = (index: number): void => {
    // Where it is now: what is shown here stays the same while only places change.
    const from = outlineOf(editor.state.doc)[index]?.from
    if (from === undefined) return
    const heading = editor.view.nodeDOM(from)
    const inside = editor.state.doc.resolve(from + 1).end()
    editor.chain().setTextSelection(inside).focus(null, { scrollIntoView: false }).run()
    if (heading instanceof Element) heading.scrollIntoView({ behavior: 'smooth', block: 'start' })
    onGo?.()
  }
  return (
    <nav aria-label={words.outline} className={classes['outline']}>
      <div className={classes['progress']}>{done === counted.length ? words.allWritten : words.progress(done, counted.length)}</div>
      <Progress value={counted.length === 0 ? 0 : (done / counted.length) * 100} size={4} mb={10} aria-label={words.progress(done, counted.length)} />
      {sections.map((section, index) => (
        <UnstyledButton
          // oxlint-disable-next-line react/no-array-index-key -- two sections may have one title
          key={index}
          className={classes['section']}
          data-state={section.state}
          style={{ paddingInlineStart: 6 + (section.depth - top) * 14 }}
          onClick={() => go(index)}
        >
          {section.state === 'to-write' ? <IconCircleDashed size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
          <span>{section.title === '' ? words.heading : section.title}</span>
          <span className={classes['state']}>{words.states[section.state]}</span>
        </UnstyledButton>
      ))}
    </nav>
  )
}

/** The same behind a button, for pages that have no room for it. */
export function OutlineButton({ sections, editor }: { sections: readonly OutlineSection[]; editor: Editor }): ReactNode {
  const [opened, setOpened] = useState(false)
  const toWrite = sections.filter(({ state }) => state === 'to-write').length
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          className={classes['button'] ?? ''}
          onClick={() => setOpened(!opened)}
        >
          {toWrite === 0 ? words.allWritten : words.toWrite(toWrite)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Outline sections={sections} editor={editor} onGo={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
