import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconPencil } from '../../parts/icons.tsx'
import { useRef, useState, type ReactNode } from 'react'
import { facts as text } from '../../text/incident.ts'
import classes from './facts.module.css'

/** A value that becomes a field when it is pressed. `field` gets what closes it; the focus comes back to the value. */
export function EditInPlace({
  what,
  mayEdit,
  children,
  field,
}: {
  what: string
  mayEdit: boolean
  children: ReactNode
  field: (close: () => void) => ReactNode
}): ReactNode {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
  }
  if (!mayEdit) return <div className={classes['value']}>{children}</div>
  return (
    <div ref={place} className={classes['place']}>
      {open ? (
        field(close)
      ) : (
        <UnstyledButton className={classes['editable']} onClick={() => setOpen(true)}>
          <VisuallyHidden>{`${text.edit(what)}: `}</VisuallyHidden>
          <span className={classes['value']}>{children}</span>
          <IconPencil size={14} aria-hidden className={classes['pencil']} />
        </UnstyledButton>
      )}
    </div>
  )
}
