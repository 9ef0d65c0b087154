import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { facts as text } from '../../text/incident.ts'
import { useIncident, type Fact } from '../incident/incident-query.ts'
import { EditInPlace } from './edit-in-place.tsx'
import classes from './facts.module.css'
import { useFact, type AtPath } from './use-fact.ts'

interface Given {
  readonly path: string
  readonly what: string
  readonly fact: Fact | null
  readonly show?: (value: unknown) => string
  /** How it stands in its row, where that is more than its words. */
  readonly view?: (value: unknown) => ReactNode
  /** The field with which it is changed; `close` puts the value back. */
  readonly field: (at: AtPath, close: () => void) => ReactNode
}

/** One value: its name, itself to edit in place, and where it comes from. */
export function FactRow({ path, what, fact, show = String, view = show, field }: Given): ReactNode {
  const { slug } = useIncident()
  const at = useFact(path, what)
  return (
    <div className={classes['row']}>
      <div className={classes['name']}>{what}</div>
      <EditInPlace what={what} mayEdit={at.mayEdit} field={(close) => field(at, close)}>
        {fact === null ? (
          <Text span size="sm" c="dimmed">
            {text.none}
          </Text>
        ) : (
          view(fact.value)
        )}
      </EditInPlace>
      {fact === null ? <span /> : <OriginMark what={what} fact={fact} correction={at.correction} incident={slug} show={show} onTakeBack={at.takeBack} />}
    </div>
  )
}
