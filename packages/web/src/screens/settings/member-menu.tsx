import { ActionIcon, Menu, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { IconDots } from '../../parts/icons.tsx'
import { say } from '../../shell/say.ts'
import { settingsText } from '../../text/settings.ts'
import { SecretOnce } from './secret-once.tsx'

const text = settingsText.members

interface Parts {
  readonly member: components['schemas']['Member']
  readonly self: boolean
  readonly onDisable: (disabled: boolean) => void
}

/** What an administrator does about a member: a link for a new password, which goes by mail or is shown once, the end of their sessions, and the end of their coming in. */
export function MemberMenu({ member, self, onDisable }: Parts): ReactNode {
  const path = { params: { path: { member: member.id } } }
  const link = useMutation({
    mutationFn: () => answer(api.POST('/v1/members/{member}/password-reset', path)),
    onSuccess: ({ sent }) => {
      if (sent) say(text.passwordSent(member.name))
    },
  })
  const signOut = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/members/{member}/sessions', path)),
    onSuccess: ({ ended }) => say(text.signedOut(member.name, ended)),
  })
  const shown = link.data?.link ?? null
  return (
    <>
      <Menu position="bottom-end" disabled={self}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={text.more(member.name)} disabled={self} loading={link.isPending || signOut.isPending}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {member.disabled ? null : (
            <>
              <Menu.Item onClick={() => link.mutate()}>{text.passwordLink}</Menu.Item>
              <Menu.Item onClick={() => signOut.mutate()}>{text.signOut}</Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => onDisable(!member.disabled)}>{member.disabled ? text.enable : text.disable}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={shown !== null} onClose={link.reset} title={text.passwordLink}>
        {shown === null ? null : <SecretOnce says={text.passwordOnce(member.name)} parts={{ [member.name]: shown }} />}
      </Modal>
    </>
  )
}
