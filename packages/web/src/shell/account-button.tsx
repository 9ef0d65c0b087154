import { ActionIcon, Avatar, VisuallyHidden, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { shell } from '../text/shell.ts'

/** The round with the reader's initials. */
export function AccountButton(props: ActionIconProps & ComponentPropsWithRef<'button'>): ReactNode {
  const { member } = useMe()
  return (
    <ActionIcon variant="transparent" size={34} aria-haspopup="menu" {...props}>
      <VisuallyHidden>{shell.account(member.name)}</VisuallyHidden>
      <Avatar name={member.name} color="initials" size={30} alt="" aria-hidden />
    </ActionIcon>
  )
}
