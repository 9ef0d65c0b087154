import { IconActivity, IconChecklist, IconGauge, IconInfoCircle, IconLink, IconUsers } from '../../parts/icons.tsx'
import type { ReactNode } from 'react'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './live-block.module.css'

const ICONS: Readonly<Record<string, typeof IconInfoCircle>> = {
  'key-information': IconInfoCircle,
  timeline: IconActivity,
  'follow-ups': IconChecklist,
  participants: IconUsers,
  metrics: IconGauge,
  links: IconLink,
}

/** The line over a live block: what it is, and where what it shows is from. */
export function LiveHead({ name, bound, children }: { name: string; bound: boolean; children?: ReactNode }): ReactNode {
  const Icon = ICONS[name] ?? IconInfoCircle
  return (
    <>
      <Icon size={15} aria-hidden />
      <span className={classes['name']}>{words.block(name)}</span>
      <span className={classes['of']}>{bound ? words.blockFacts : words.blockEdited}</span>
      {children}
    </>
  )
}

/** A live block before the editor is there. */
export function StillLive({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes['block']} aria-label={words.block(name)} data-live={name}>
      <div className={classes['head']}>
        <LiveHead name={name} bound />
      </div>
      <div className={classes['facts']}>{children}</div>
    </section>
  )
}
