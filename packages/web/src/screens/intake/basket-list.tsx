import { CloseButton, Textarea } from '@mantine/core'
import { IconClipboardText, IconFile, IconFolder } from '../../parts/icons.tsx'
import { useEffect, useState, type ReactNode } from 'react'
import { intakeText as text } from '../../text/intake.ts'
import { recordsOf, setBasket, type Basket } from './basket.ts'
import classes from './intake.module.css'

/** What is in the basket: files, folders and words, each to be taken out again. */
export function BasketList({ basket }: { basket: Basket }): ReactNode {
  return (
    <ul className={classes['basket']}>
      {recordsOf(basket).map(({ name, files, size }) => {
        const Icon = files.length > 1 || files[0]?.path.includes('/') === true ? IconFolder : IconFile
        return (
          <li key={files[0]?.id ?? name}>
            <Icon size={17} stroke={1.6} aria-hidden />
            <b>{name}</b>
            <span>{[files.length > 1 ? text.files(files.length) : '', text.size(size)].filter(Boolean).join(', ')}</span>
            <CloseButton
              size="sm"
              aria-label={text.remove(name)}
              onClick={() => setBasket({ ...basket, files: basket.files.filter((file) => !files.includes(file)) })}
            />
          </li>
        )
      })}
      {basket.text.trim() === '' ? null : <PastedText basket={basket} />}
    </ul>
  )
}

/** The words that were pasted, to put right before they are read. */
function PastedText({ basket }: { basket: Basket }): ReactNode {
  const [words, setWords] = useState(basket.text)
  useEffect(() => setWords(basket.text), [basket.text])
  useEffect(() => {
    if (words === basket.text) return undefined
    const timer = setTimeout(() => setBasket({ ...basket, text: words }), 600)
    return () => clearTimeout(timer)
  }, [words, basket])
  return (
    <li className={classes['pasted']}>
      <IconClipboardText size={17} stroke={1.6} aria-hidden />
      <b>{text.pasted}</b>
      <span>{text.size(new Blob([words]).size)}</span>
      <CloseButton size="sm" aria-label={text.remove(text.pasted)} onClick={() => setBasket({ ...basket, text: '' })} />
      <Textarea aria-label={text.pasted} autosize minRows={3} maxRows={10} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
    </li>
  )
}
