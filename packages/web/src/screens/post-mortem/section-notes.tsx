import { ActionIcon, UnstyledButton } from '@mantine/core'
import { treeOfEditor, type EditorNode } from '@blamefree/editor'
import { IconCheck, IconChevronRight, IconPlus } from '../../parts/icons.tsx'
import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { memo, useId, useMemo, useState, type ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import { insertBullet } from './editor/insert-bullet.ts'
import type { WrittenSection } from './editor/sections.ts'
import classes from './section-notes.module.css'
import { StillBlocks } from './still-document.tsx'

interface NotesProps {
  readonly section: WrittenSection
  readonly editor: Editor
}

/** How to write a section, and what the record offers for it. Folded away once the section is written. Drawn again when one of these is another, and not when only places are. */
export const SectionNotes = memo(Notes, (before, after) => {
  const [a, b] = [before.section, after.section]
  return a.title === b.title && a.state === b.state && same(a.guidance, b.guidance) && same(a.evidence, b.evidence) && before.editor === after.editor
})

const same = (a: Node | null, b: Node | null): boolean => a === b || (a !== null && b !== null && a.eq(b))

function Notes({ section, editor }: NotesProps): ReactNode {
  const { guidance, evidence, state, title } = section
  const open = state === 'to-write'
  return (
    <div className={classes['notes']}>
      {guidance === null ? null : (
        <Fold label={words.guidance} about={title} start={open && editor.isEditable}>
          <div className={classes['guidance']}>
            <Still node={guidance} />
          </div>
        </Fold>
      )}
      {evidence === null || !editor.isEditable ? null : (
        <Fold label={words.evidence} about={title} start={open}>
          <Evidence evidence={evidence} title={title} editor={editor} />
        </Fold>
      )}
    </div>
  )
}

/** `start`: whether it is open until somebody says otherwise. */
function Fold({ label, about, start, children }: { label: string; about: string; start: boolean; children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<boolean | null>(null)
  const id = useId()
  const open = said ?? start
  return (
    <div className={classes['fold']} data-open={open}>
      <UnstyledButton className={classes['toggle']} aria-expanded={open} aria-controls={id} aria-label={`${label}: ${about}`} onClick={() => setSaid(!open)}>
        <IconChevronRight size={14} aria-hidden className={classes['arrow']} />
        {label}
      </UnstyledButton>
      <div id={id} hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  )
}

function Still({ node }: { node: Node }): ReactNode {
  const tree = useMemo(() => treeOfEditor({ type: 'doc', content: node.children.map((child) => child.toJSON() as EditorNode) }), [node])
  return <StillBlocks of={tree.children} imageSource={() => null} />
}

function Evidence({ evidence, title, editor }: { evidence: Node; title: string; editor: Editor }): ReactNode {
  const [put, setPut] = useState<ReadonlySet<string>>(new Set())
  const items = evidence.children.flatMap((list) => list.children)
  return (
    <ul className={classes['evidence']}>
      {items.map((item, index) => {
        const line = item.textContent
        const done = put.has(line)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two lines of the record may be the same
          <li key={index}>
            <ActionIcon
              size={24}
              variant="subtle"
              color={done ? 'calm' : 'gray'}
              aria-label={words.insert(line)}
              title={words.evidenceHint}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                insertBullet(editor, title, item)
                setPut(new Set([...put, line]))
              }}
            >
              {done ? <IconCheck size={15} aria-hidden /> : <IconPlus size={15} aria-hidden />}
            </ActionIcon>
            <div>
              <Still node={item} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
