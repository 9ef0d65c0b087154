import { UnstyledButton } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useState, type ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './cards.module.css'
import { useLint } from './use-lint.ts'
import { useText } from './use-text.ts'

/** Remarks on the text as a whole, which have no place in it. */
export function WholeRemarks({ postMortem, editor }: { postMortem: string; editor: Editor }): ReactNode {
  const text = useText(editor)
  const whole = useLint(postMortem, text).filter(({ at, rule }) => at === null && rule !== 'placeholder')
  const [open, setOpen] = useState(false)
  if (whole.length === 0) return null
  return (
    <div className={classes['whole']} data-open={open || undefined}>
      <UnstyledButton className={classes['remark']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.lintWhole(whole.length)}
      </UnstyledButton>
      {open ? (
        <ul>
          {whole.map(({ id, message, hint }) => (
            <li key={id}>
              {message} <span className={classes['dim']}>{hint}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
