import { lazy, Suspense, useState, type ReactNode } from 'react'
import { AccountButton } from './account-button.tsx'

const AccountChoices = lazy(async () => ({ default: (await import('./account-choices.tsx')).AccountChoices }))

/** The door to the account's menu, whose code comes when somebody is about to open it. */
export function AccountMenu(): ReactNode {
  const [wanted, setWanted] = useState(false)
  const soon = (): void => void import('./account-choices.tsx')
  const door = <AccountButton onPointerEnter={soon} onFocus={soon} onClick={() => setWanted(true)} />
  return wanted ? (
    <Suspense fallback={door}>
      <AccountChoices />
    </Suspense>
  ) : (
    door
  )
}
