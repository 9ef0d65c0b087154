import { PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { InlineText } from '../../../parts/inline-text.tsx'
import { placesText as text } from '../../../text/places.ts'
import type { PlaceSetting } from './place-queries.ts'

/** One thing to enter for a place. `kept`: a secret that is there already, and stays when nothing is entered. */
export function PlaceField({
  setting: { label, help, secret, optional, kind, choices },
  kept,
  value,
  onChange,
}: {
  setting: PlaceSetting
  kept: boolean
  value: string | boolean | undefined
  onChange: (value: string | boolean) => void
}): ReactNode {
  const words = typeof value === 'string' ? value : ''
  const shown = {
    label: optional ? `${label} ${text.optional}` : label,
    description: <InlineText text={kept ? `${help} ${text.secretStays}` : help} />,
    required: !optional && !kept,
  }
  if (kind === 'switch')
    return (
      <Switch
        label={shown.label}
        description={<InlineText text={help} />}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  if (kind === 'choice')
    return <Select {...shown} data={choices} clearable={optional} value={words === '' ? null : words} onChange={(chosen) => onChange(chosen ?? '')} />
  const typed = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value)
  if (secret && kind === 'text') return <PasswordInput {...shown} autoComplete="off" value={words} onChange={typed} />
  if (secret || kind === 'lines') return <Textarea {...shown} autosize minRows={3} maxRows={10} autoComplete="off" value={words} onChange={typed} />
  return <TextInput {...shown} value={words} onChange={typed} />
}
