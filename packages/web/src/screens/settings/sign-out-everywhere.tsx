import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { say } from '../../shell/say.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.members

/** For an administrator: ends every session of a member, and what is open in them. */
export function SignOutEverywhere({ member }: { member: { readonly id: string; readonly name: string } }): ReactNode {
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/members/{member}/sessions', { params: { path: { member: member.id } } })),
    onSuccess: ({ ended }) => say(text.signedOut(member.name, ended)),
  })
  return (
    <Button variant="subtle" color="gray" loading={end.isPending} aria-label={text.signOutOf(member.name)} onClick={() => end.mutate()}>
      {text.signOut}
    </Button>
  )
}
