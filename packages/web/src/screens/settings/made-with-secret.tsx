import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { IconPlus } from '../../parts/icons.tsx'
import { SecretOnce, type Secrets } from './secret-once.tsx'

interface Parts {
  /** What the button says; that a secret is shown once; what stands where there is nothing yet. */
  readonly words: { readonly fresh: string; readonly once: string; readonly none: string }
  /** The dialog in which one is made. */
  readonly dialog: (given: { readonly onClose: () => void; readonly onMade: (secrets: Secrets) => void }) => ReactNode
  readonly rows: readonly ReactNode[]
}

/** A list of what is made with a secret (keys, webhooks, addresses): the button, the secret of the one just made, and those that there are. */
export function MadeWithSecret({ words, dialog, rows }: Parts): ReactNode {
  const [opened, door] = useDisclosure()
  const [secrets, setSecrets] = useState<Secrets | null>(null)
  const onMade = (made: Secrets): void => {
    setSecrets(made)
    door.close()
  }
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={door.open}>
        {words.fresh}
      </Button>
      {secrets === null ? null : <SecretOnce says={words.once} parts={secrets} />}
      {rows.length === 0 ? (
        <Text c="dimmed" size="sm" mt="lg">
          {words.none}
        </Text>
      ) : (
        rows
      )}
      {opened ? dialog({ onClose: door.close, onMade }) : null}
    </>
  )
}
