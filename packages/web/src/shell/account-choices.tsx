import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck } from '../parts/icons.tsx'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../api/client.ts'
import { forgetTexts } from '../rooms/forget-texts.ts'
import { useMe } from '../session/me.ts'
import { shell } from '../text/shell.ts'
import { AccountButton } from './account-button.tsx'

/** Who is signed in, light or dark, and the way out: open at once. */
export function AccountChoices(): ReactNode {
  const { member } = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/session')),
    async onSuccess() {
      await forgetTexts()
      location.assign('/sign-in')
    },
  })
  return (
    <Menu position="bottom-end" width={230} defaultOpened>
      <Menu.Target>
        <AccountButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {member.name}
          <br />
          {member.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{shell.appearanceTitle}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
          >
            {shell.appearance[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item renderRoot={(given) => <Link to="/settings/$part" params={{ part: 'account' }} {...given} />}>{shell.ownAccount}</Menu.Item>
        <Menu.Item onClick={() => signOut.mutate()}>{shell.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
