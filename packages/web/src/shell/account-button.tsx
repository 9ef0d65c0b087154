import { ActionIcon, Avatar, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { shell } from '../text/shell.ts'

/** The round with the reader's initials. */
export function AccountButton(props: ActionIconProps & ComponentPropsWithRef<'button'>): ReactNode {
  const { member } = useMe()
  return (
    <ActionIcon variant="transparent" size={34} aria-label={shell.account(member.name)} aria-haspopup="menu" {...props}>
      <Avatar name={member.name} color="initials" size={30} alt="" />
    </ActionIcon>
  )
}
