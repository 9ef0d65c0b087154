import { Avatar, Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '../../parts/icons.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { Moment } from '../../parts/moment.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Loading } from '../../shell/states.tsx'
import { offerUndo } from '../../shell/undo.tsx'
import { settingsText } from '../../text/settings.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { MemberMenu } from './member-menu.tsx'
import { SecretOnce } from './secret-once.tsx'
import { SettingsRow } from './settings-row.tsx'
import classes from './settings-screen.module.css'

type Member = components['schemas']['Member']
type Role = Member['role']
const text = settingsText.members
const ROLES = Object.entries(text.roles).map(([value, label]) => ({ value, label }))

/** Who may come in, with which role; inviting, and disabling. */
export function MembersPart(): ReactNode {
  const { data } = useQuery(membersQuery)
  const me = useMe()
  const may = me.member.role === 'administrator'
  const [inviting, door] = useDisclosure()
  if (data === undefined) return <Loading what="the members" />
  return (
    <>
      {may ? (
        <Button mb="md" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={door.open}>
          {text.invite}
        </Button>
      ) : null}
      {data.items.map((member) => (
        <Row key={member.id} member={member} may={may} self={member.id === me.member.id} />
      ))}
      {may ? <Invitations /> : null}
      {inviting ? <InviteDialog onClose={door.close} /> : null}
    </>
  )
}

function Row({ member, may, self }: { member: Member; may: boolean; self: boolean }): ReactNode {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (body: { role?: Role; disabled?: boolean }) => answer(api.PATCH('/v1/members/{member}', { params: { path: { member: member.id } }, body })),
    async onSuccess(_done, { disabled }) {
      if (disabled === true) offerUndo(text.disabledNow(member.name), () => change.mutate({ disabled: false }))
      await queries.invalidateQueries({ queryKey: ['members'] })
    },
  })
  return (
    <div className={`${classes['row'] ?? ''} ${classes['person'] ?? ''}`}>
      <Group gap="sm" wrap="nowrap">
        <Avatar name={member.name} color="initials" alt="" />
        <div className={classes['detail']}>
          <Text size="sm" fw={550}>
            {member.name} {self ? <Text span c="dimmed" size="xs">{`(${text.you})`}</Text> : null}
          </Text>
          <Text size="xs" c="dimmed">
            {member.email}
          </Text>
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {member.disabled ? <Badge color="orange">{text.disabled}</Badge> : null}
        {may ? (
          <>
            <Select
              w={140}
              aria-label={`${text.role}: ${member.name}`}
              allowDeselect={false}
              data={ROLES}
              value={member.role}
              onChange={(role) => role !== null && change.mutate({ role: role as Role })}
            />
            <MemberMenu member={member} self={self} onDisable={(disabled) => change.mutate({ disabled })} />
          </>
        ) : (
          <Badge color="gray">{text.roles[member.role]}</Badge>
        )}
      </Group>
    </div>
  )
}

function Invitations(): ReactNode {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['members', 'invitations'], queryFn: () => answer(api.GET('/v1/invitations')) })
  const revoke = useMutation({
    mutationFn: (invitation: string) => answer(api.DELETE('/v1/invitations/{invitation}', { params: { path: { invitation } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members', 'invitations'] }),
  })
  const open = (data?.items ?? []).filter(({ email }) => email !== '')
  if (open.length === 0) return null
  return (
    <>
      <Text fw={600} size="sm" mt="xl">
        {text.open}
      </Text>
      {open.map(({ id, email, role, expiresAt }) => (
        <SettingsRow
          key={id}
          title={email}
          detail={
            <>
              {text.roles[role]} · {text.until} <Moment at={expiresAt} kind="day" />
            </>
          }
        >
          <Button variant="subtle" color="red" onClick={() => revoke.mutate(id)}>
            {text.revoke}
          </Button>
        </SettingsRow>
      ))}
    </>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }): ReactNode {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('member')
  const invite = useMutation({
    mutationFn: () => answer(api.POST('/v1/invitations', { body: { email, role } })),
    async onSuccess({ sent }) {
      await queries.invalidateQueries({ queryKey: ['members', 'invitations'] })
      if (!sent) return
      say(text.sent(email))
      onClose()
    },
  })
  const link = invite.data?.sent === false ? invite.data.link : null
  return (
    <Dialog onClose={onClose} title={text.inviteTitle}>
      {link === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            invite.mutate()
          }}
        >
          <Stack>
            <TextInput label={text.email} type="email" required data-autofocus value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
            <Select
              label={text.role}
              description={text.roleHints[role]}
              allowDeselect={false}
              data={ROLES}
              value={role}
              onChange={(value) => setRole((value ?? 'member') as Role)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={invite.isPending}>
                {text.invite}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <SecretOnce says={text.link} parts={{ [email]: link }} />
      )}
    </Dialog>
  )
}
