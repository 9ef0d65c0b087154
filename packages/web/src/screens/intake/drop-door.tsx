import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { intakeDoor as text } from '../../text/intake-door.ts'
import { addFiles, addText } from './basket.ts'
import classes from './drop-door.module.css'
import { droppedFiles } from './dropped-files.ts'

/** Shorter words are hardly a record: somebody pressed the keys by mistake. */
const LEAST = 30

/** Takes what is dropped or pasted anywhere, unless what is under it takes it itself, and goes to where it is read. */
export function DropDoor(): ReactNode {
  const go = useNavigate()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const toIntake = (): void => void go({ to: '/new' })
    let leaving = 0
    const drag = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event.dataTransfer) || takesItself(event.target)) return setOver(false)
      event.preventDefault()
      clearTimeout(leaving)
      // Nothing tells reliably that a drag has left the window but that no more is heard of it.
      leaving = window.setTimeout(() => setOver(false), 300)
      setOver(true)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (event.defaultPrevented || event.dataTransfer === null || !hasFiles(event.dataTransfer) || takesItself(event.target)) return
      event.preventDefault()
      void droppedFiles(event.dataTransfer).then((files) => {
        addFiles(files)
        toIntake()
      })
    }
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || event.clipboardData === null || writes(event.target)) return
      const words = event.clipboardData.getData('text/plain')
      if (hasFiles(event.clipboardData)) {
        event.preventDefault()
        void droppedFiles(event.clipboardData).then((files) => {
          addFiles(files)
          toIntake()
        })
      } else if (words.trim().length >= LEAST) {
        event.preventDefault()
        addText(words)
        toIntake()
      }
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      clearTimeout(leaving)
      document.removeEventListener('dragover', drag)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [go])
  return over ? (
    <div className={classes['over']} role="status">
      <span>{text.drop}</span>
    </div>
  ) : null
}

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true

/** Whether what is dropped here belongs to a text or a place that says so. */
const takesItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"], [data-takes-drops]') !== null

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [data-takes-drops], [role="dialog"]') !== null)
