import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { say } from '../../shell/say.ts'
import { settingsText } from '../../text/settings.ts'
import { SecretOnce } from './secret-once.tsx'

const text = settingsText.members

/** For an administrator: a link by which a member sets a new password. It goes to them by mail, or is shown once, to be passed on. */
export function PasswordLink({ member }: { member: { readonly id: string; readonly name: string } }): ReactNode {
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/members/{member}/password-reset', { params: { path: { member: member.id } } })),
    onSuccess: ({ sent }) => {
      if (sent) say(text.passwordSent(member.name))
    },
  })
  const link = make.data?.link ?? null
  return (
    <>
      <Button variant="subtle" color="gray" loading={make.isPending} aria-label={text.passwordLinkFor(member.name)} onClick={() => make.mutate()}>
        {text.passwordLink}
      </Button>
      <Modal opened={link !== null} onClose={make.reset} title={text.passwordLink}>
        {link === null ? null : <SecretOnce says={text.passwordOnce(member.name)} parts={{ [member.name]: link }} />}
      </Modal>
    </>
  )
}
