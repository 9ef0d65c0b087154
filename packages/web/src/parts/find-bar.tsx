import { Group, SegmentedControl, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconSearch } from './icons.tsx'

interface Parts<Name extends string> {
  /** What is chosen from; what the choices are called for those who do not see them. */
  readonly choices: Readonly<Record<Name, string>>
  readonly label: string
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly find: string
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Above a list: which part of it is shown, and words to find in it. */
export function FindBar<Name extends string>({ choices, label, chosen, onChoose, find, words, onWords }: Parts<Name>): ReactNode {
  return (
    <Group mb="md">
      <SegmentedControl
        maw="100%"
        style={{ overflowX: 'auto' }}
        aria-label={label}
        value={chosen}
        onChange={onChoose}
        data={(Object.entries(choices) as [Name, string][]).map(([value, name]) => ({ value, label: name }))}
      />
      <TextInput
        flex={1}
        miw={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={find}
        placeholder={find}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
    </Group>
  )
}
