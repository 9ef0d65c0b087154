import { Button, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AskFirst } from './ask-first.tsx'

interface Words {
  /** What the button says, and of what, for those who hear it. */
  readonly button: string
  readonly label: string
  /** The question, what stops, and the answer that does it. */
  readonly title: string
  readonly says: string
  readonly go: string
}

/** A button that takes something away for good, once somebody has said that they mean it. `renews`: the key of what is asked for again after that. */
export function RemoveButton({
  words,
  remove,
  renews,
  size,
}: {
  words: Words
  remove: () => Promise<unknown>
  renews: readonly string[]
  size?: ButtonProps['size']
}): ReactNode {
  const queries = useQueryClient()
  const [asked, door] = useDisclosure()
  const { mutate, isPending } = useMutation({
    mutationFn: remove,
    async onSuccess() {
      door.close()
      await queries.invalidateQueries({ queryKey: renews })
    },
  })
  return (
    <>
      <Button variant="subtle" color="red" aria-label={words.label} onClick={door.open} {...(size === undefined ? {} : { size })}>
        {words.button}
      </Button>
      {asked ? <AskFirst title={words.title} says={words.says} go={words.go} busy={isPending} onGo={() => mutate()} onClose={door.close} /> : null}
    </>
  )
}
