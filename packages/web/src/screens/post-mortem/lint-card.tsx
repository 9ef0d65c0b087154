import { Button, CloseButton, UnstyledButton } from '@mantine/core'
import { IconBulb } from '../../parts/icons.tsx'
import type { Editor } from '@tiptap/react'
import { memo, type ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import { placeNow, type Remark } from './use-lint.ts'

interface LintCardProps {
  readonly remark: Remark
  readonly editor: Editor
  readonly open: boolean
  readonly onOpen: (id: string | null) => void
}

/** A remark of lint beside its passage, with better words to take over where there are some. Drawn again when it says something else, and not when only its place is another. */
export const LintCard = memo(Card, (before, after) => {
  const [{ at: _, ...a }, { at: __, ...b }] = [before.remark, after.remark]
  return before.open === after.open && before.onOpen === after.onOpen && before.editor === after.editor && JSON.stringify(a) === JSON.stringify(b)
})

function Card({ remark, editor, open, onOpen }: LintCardProps): ReactNode {
  const { id, rule, message, hint, suggestion } = remark
  if (!open)
    return (
      <UnstyledButton className={classes['remark']} data-weight={remark.weight} onClick={() => onOpen(id)} aria-label={words.lintOpen(message)}>
        <IconBulb size={15} aria-hidden />
        <span>{words.lintRules[rule] ?? rule}</span>
      </UnstyledButton>
    )
  const sayInstead = (): void => {
    const at = placeNow(remark, editor.state.doc)
    if (at === null || suggestion === null) return
    editor.chain().focus().insertContentAt({ from: at[0], to: at[1] }, { type: 'text', text: suggestion }).run()
    onOpen(null)
  }
  return (
    <section className={classes['card']} aria-label={words.lintRules[rule] ?? rule}>
      <div className={classes['top']}>
        <strong>{words.lintRules[rule] ?? rule}</strong>
        <CloseButton size="sm" aria-label={words.close} onClick={() => onOpen(null)} />
      </div>
      <p>{message}</p>
      <p className={classes['dim']}>{hint}</p>
      {suggestion === null || !editor.isEditable ? null : (
        <div className={classes['instead']}>
          <q>{suggestion}</q>
          <Button size="compact-sm" variant="light" onClick={sayInstead}>
            {words.lintInstead}
          </Button>
        </div>
      )}
    </section>
  )
}
