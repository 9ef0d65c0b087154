import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'

/** A dialog that is there while it is open. When it goes, the focus is where it was before: the component library sees to that only for dialogs that are there before they open. */
export function Dialog(props: Omit<ModalProps, 'opened'>): ReactNode {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once it is gone, and only where nothing else has taken the focus.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
  return <Modal opened {...props} />
}
