import type { ReactNode } from 'react'
import { useKnownConfiguration } from '../session/configuration.ts'
import classes from './severity-mark.module.css'

/** The tones from the worst severity down; what comes after has the last. */
const TONES = ['worst', 'bad', 'mild'] as const

/** A severity with its colour: a dot and its name, never the colour alone. */
export function SeverityMark({ severity }: { severity: string | null }): ReactNode {
  const terms = useKnownConfiguration()?.severities ?? []
  if (severity === null) return <span className={classes['none']}>–</span>
  const at = terms.findIndex(({ id, name }) => fold(id) === fold(severity) || fold(name) === fold(severity))
  return (
    <span className={classes['mark']} data-tone={at < 0 ? 'unknown' : (TONES[at] ?? 'mild')}>
      {severity}
    </span>
  )
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')
