import { ActionIcon, AppShell, Burger, Button, Group, Kbd, NavLink, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBulb, IconChecklist, IconFileText, IconFlame, IconKeyboard, IconPlus, IconSearch, IconSettings, IconTemplate } from '../parts/icons.tsx'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { useHeardEvents } from '../api/heard.ts'
import { DropDoor } from '../screens/intake/drop-door.tsx'
import { SearchDoor } from '../screens/search/search-door.tsx'
import { openSearch } from '../screens/search/open-search.ts'
import { useMe } from '../session/me.ts'
import { shell } from '../text/shell.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './frame.module.css'
import { SavingState } from './saving-state.tsx'
import { keysText, listenToKeys, useShortcuts, type Shortcut } from './shortcuts.ts'
import { Loading } from './states.tsx'

const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

/** The places of the house, in the order of the side bar; the letter is typed after `g`. */
const PLACES = [
  { to: '/incidents', letter: 'i', label: shell.places.incidents, icon: IconFlame },
  { to: '/post-mortems', letter: 'p', label: shell.places.postMortems, icon: IconFileText },
  { to: '/follow-ups', letter: 'f', label: shell.places.followUps, icon: IconChecklist },
  { to: '/findings', letter: 'l', label: shell.places.findings, icon: IconBulb },
  { to: '/templates', letter: 't', label: shell.places.templates, icon: IconTemplate },
  { to: '/settings', letter: 's', label: shell.places.settings, icon: IconSettings },
] as const

/** What stands around every screen for which somebody has to be signed in. */
export function Frame(): ReactNode {
  const [menu, { toggle, close }] = useDisclosure()
  const [sheet, sheetDoor] = useDisclosure()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const writes = useMe().member.role !== 'viewer'
  useHeardEvents()
  useEffect(() => listenToKeys(), [])
  useEffect(() => close(), [path, close])
  useHouseShortcuts(sheetDoor.open)
  return (
    <AppShell layout="alt" navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menu } }} header={{ height: 52, collapsed: false }} padding={0}>
      <a href="#content" className={classes['skip']}>
        {shell.skip}
      </a>
      <AppShell.Header className={classes['header']} role="banner">
        <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.menu} />
        <UnstyledButton className={classes['search']} onClick={openSearch}>
          <IconSearch size={16} aria-hidden />
          <span>{shell.search}</span>
          <Kbd size="xs" visibleFrom="sm" aria-hidden>
            {keysText('mod+k')}
          </Kbd>
        </UnstyledButton>
        <Group gap="xs" ml="auto" wrap="nowrap">
          <SavingState />
          <ActionIcon variant="subtle" color="gray" onClick={sheetDoor.open} aria-label={shell.shortcuts} visibleFrom="sm">
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes['side']} aria-label={shell.menu}>
        <Group h={52} px="md" justify="space-between">
          <Link to="/incidents" className={classes['brand']}>
            <img src="/icon.svg" alt="" width={24} height={24} />
            <Text fw={700} size="md">
              {shell.name}
            </Text>
          </Link>
          <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.menu} />
        </Group>
        <Button component={Link} to="/new" mx="sm" mb="sm" leftSection={<IconPlus size={16} aria-hidden />}>
          {shell.newPostMortem}
        </Button>
        <div className={classes['places']}>
          {PLACES.map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              renderRoot={(given) => <Link to={to} {...given} />}
              label={label}
              leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
              active={path === to || path.startsWith(`${to}/`)}
              {...(path === to || path.startsWith(`${to}/`) ? { 'aria-current': 'page' as const } : {})}
              variant="light"
              className={classes['place']}
            />
          ))}
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main']}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <SearchDoor />
      {writes ? <DropDoor /> : null}
      <Suspense fallback={null}>{sheet ? <ShortcutSheet onClose={sheetDoor.close} /> : null}</Suspense>
    </AppShell>
  )
}

function useHouseShortcuts(openSheet: () => void): void {
  const go = useNavigate()
  const shortcuts = useMemo(
    (): readonly Shortcut[] => [
      { keys: 'mod+k', does: shell.search, where: shell.name, run: openSearch },
      { keys: '/', does: shell.search, where: shell.name, run: openSearch },
      { keys: '?', does: shell.shortcuts, where: shell.name, run: openSheet },
      { keys: 'c', does: shell.newPostMortem, where: shell.name, run: () => void go({ to: '/new' }) },
      ...PLACES.map(({ to, letter, label }) => ({ keys: `g ${letter}`, does: label, where: shell.name, run: () => void go({ to }) })),
    ],
    [go, openSheet],
  )
  useShortcuts(shortcuts)
}
