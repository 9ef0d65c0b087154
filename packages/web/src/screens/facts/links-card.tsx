import { ActionIcon, Anchor, Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { webAddress } from '@blamefree/core'
import { IconPlus, IconX } from '../../parts/icons.tsx'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncident } from '../incident/incident-query.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'
import { useFact } from './use-fact.ts'

type Link = components['schemas']['Link']

/** What a reader may want to open: the ticket, the channel, the dashboard. */
export function LinksCard(): ReactNode {
  const { facts, slug } = useIncident()
  const [adding, setAdding] = useState(false)
  const { correction, mayEdit, say, takeBack } = useFact('links', text.links)
  const links = facts.links.map(({ value }) => value as Link)
  const set = (next: readonly Link[]): void => say(next.length === 0 ? null : next)
  const add =
    mayEdit && !adding ? (
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.link.add} onClick={() => setAdding(true)}>
        <IconPlus size={15} aria-hidden />
      </ActionIcon>
    ) : null
  return (
    <FactsCard title={text.links} id="links" aside={add}>
      {links.length === 0 && !adding ? (
        <Text size="sm" c="dimmed">
          {text.link.empty}
        </Text>
      ) : null}
      {facts.links.map((fact, index) => {
        const link = fact.value as Link
        const address = link.url === null ? null : webAddress(link.url)
        return (
          <div key={`${link.title} ${link.url ?? ''}`} className={classes['link']}>
            <span>
              {address === null ? (
                <span title={text.link.noAddress}>{link.title}</span>
              ) : (
                <Anchor href={address} target="_blank" rel="noreferrer" size="sm">
                  {link.title}
                </Anchor>
              )}
            </span>
            <Badge size="sm" color="gray">
              {text.link.kinds[link.kind] ?? link.kind}
            </Badge>
            <OriginMark
              what={link.title}
              fact={fact}
              correction={fact.origin.source === 'person' ? correction : undefined}
              incident={slug}
              onTakeBack={takeBack}
              show={(value) => (Array.isArray(value) ? value.map((one) => (one as Link).title).join(', ') : text.none)}
            />
            {mayEdit ? (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={text.link.remove(link.title)}
                onClick={() => set(links.filter((_, at) => at !== index))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            ) : null}
          </div>
        )
      })}
      {adding ? (
        <LinkEditor
          onAdd={(link) => {
            set([...links, link])
            setAdding(false)
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
    </FactsCard>
  )
}

function LinkEditor({ onAdd, onCancel }: { onAdd: (link: Link) => void; onCancel: () => void }): ReactNode {
  const [link, setLink] = useState({ kind: 'other', title: '', url: '' })
  const address = webAddress(link.url.trim())
  const wrong = link.url !== '' && address === null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (address !== null) onAdd({ kind: link.kind, title: link.title.trim() || address, url: address })
  }
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Stack gap={8} mt="xs">
        <TextInput
          size="xs"
          label={text.link.url}
          placeholder="https://"
          value={link.url}
          autoFocus
          error={wrong ? text.link.wrong : null}
          onChange={(event) => setLink({ ...link, url: event.currentTarget.value })}
        />
        <TextInput size="xs" label={text.link.title} value={link.title} onChange={(event) => setLink({ ...link, title: event.currentTarget.value })} />
        <NativeSelect
          size="xs"
          label={text.link.kind}
          value={link.kind}
          data={Object.entries(text.link.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setLink({ ...link, kind: event.currentTarget.value })}
        />
        <Group gap={6}>
          <Button type="submit" size="compact-sm" disabled={address === null}>
            {text.link.add}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
