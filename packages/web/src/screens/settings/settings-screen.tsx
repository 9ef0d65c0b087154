import { NavLink, Select, Text } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../parts/page.tsx'
import { settingsText as text } from '../../text/settings.ts'
import { AccountPart } from './account/account-part.tsx'
import { ApiKeysPart } from './api-keys-part.tsx'
import { ArchivePart } from './archive/archive-part.tsx'
import { AuditPart } from './audit-part.tsx'
import { BackupPart, SignOnPart } from './how-to-parts.tsx'
import { InboundPart } from './inbound-part.tsx'
import { LooksPart } from './looks-part.tsx'
import { MembersPart } from './members-part.tsx'
import { PlacesPart } from './places/places-part.tsx'
import classes from './settings-screen.module.css'
import { VocabularyPart } from './vocabulary-part.tsx'
import { WebhooksPart } from './webhooks-part.tsx'

type Part = keyof typeof text.parts

const GROUPS: readonly (readonly [keyof typeof text.groups, readonly Part[]])[] = [
  ['own', ['account']],
  ['words', ['severities', 'types', 'roles', 'timestamps', 'metrics', 'fields']],
  ['people', ['members', 'api-keys', 'sign-on']],
  ['systems', ['places', 'webhooks', 'inbound']],
  ['house', ['looks', 'audit', 'archive', 'backup']],
]

/** What the team sets, and who may come in. */
export function SettingsScreen(): ReactNode {
  const { part: named } = useParams({ strict: false })
  const part: Part = named !== undefined && Object.hasOwn(text.parts, named) ? (named as Part) : 'severities'
  const go = useNavigate()
  return (
    <div className={classes['page']}>
      <nav className={classes['list']} aria-label={text.title}>
        {GROUPS.map(([group, parts]) => (
          <div key={group}>
            <Text size="xs" fw={600} c="dimmed" px="sm" mt="md" mb={4}>
              {text.groups[group]}
            </Text>
            {parts.map((name) => (
              <NavLink
                key={name}
                className={classes['part'] ?? ''}
                label={text.parts[name]}
                active={name === part}
                variant="light"
                renderRoot={(given) => <Link to="/settings/$part" params={{ part: name }} {...given} />}
              />
            ))}
          </div>
        ))}
      </nav>
      <Select
        className={classes['choose'] ?? ''}
        aria-label={text.title}
        allowDeselect={false}
        value={part}
        onChange={(name) => name !== null && void go({ to: '/settings/$part', params: { part: name } })}
        data={GROUPS.map(([group, parts]) => ({ group: text.groups[group], items: parts.map((name) => ({ value: name, label: text.parts[name] })) }))}
      />
      <Page title={text.parts[part]} lead={text.leads[part]} width={56}>
        <Shown key={part} part={part} />
      </Page>
    </div>
  )
}

function Shown({ part }: { part: Part }): ReactNode {
  switch (part) {
    case 'account':
      return <AccountPart />
    case 'members':
      return <MembersPart />
    case 'api-keys':
      return <ApiKeysPart />
    case 'sign-on':
      return <SignOnPart />
    case 'places':
      return <PlacesPart />
    case 'webhooks':
      return <WebhooksPart />
    case 'inbound':
      return <InboundPart />
    case 'looks':
      return <LooksPart />
    case 'audit':
      return <AuditPart />
    case 'archive':
      return <ArchivePart />
    case 'backup':
      return <BackupPart />
    default:
      return <VocabularyPart list={part} />
  }
}
