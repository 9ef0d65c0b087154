import { useCallback, useMemo } from 'react'
import type { components } from '../../api/schema.ts'
import { useIncident, useMayEdit, type Fact } from '../incident/incident-query.ts'
import { useCorrect } from '../incident/use-correct.ts'

/** What holds at one path of the incident, and how to say something else. */
export interface AtPath {
  readonly correction: components['schemas']['Correction'] | undefined
  readonly mayEdit: boolean
  /** `null`: there is none. */
  readonly say: (value: unknown) => void
  readonly takeBack: (() => void) | undefined
}

/** The person's word about a path, and the ways to give and take one. `what` names it in notices. */
export function useFact(path: string, what: string): AtPath {
  const { corrections } = useIncident()
  const mayEdit = useMayEdit()
  const correct = useCorrect()
  const correction = useMemo(() => corrections.findLast((one) => one.path === path), [corrections, path])
  const say = useCallback((value: unknown) => correct(what, { set: { [path]: value } }), [correct, path, what])
  const takeBack = useCallback(() => correct(what, { undo: [path] }), [correct, path, what])
  return { correction, mayEdit, say, takeBack: mayEdit ? takeBack : undefined }
}

/** A list of facts as one, for where its origin is shown: the values of the list and where the first of them is from. */
export function together(facts: readonly Fact[]): Fact | null {
  const [first] = facts
  return first === undefined ? null : { ...first, value: facts.map(({ value }) => value) }
}
