import { useParams } from '@tanstack/react-router'
import { createContext, useContext } from 'react'

const Context = createContext<string | null>(null)

/** Says which incident is meant where the address is not an incident's own. */
export const ChosenIncident = Context.Provider

/** The incident that is looked at, by id or slug: the one chosen around this, else that of the address. */
export function useIncidentName(): string {
  const chosen = useContext(Context)
  const { incident } = useParams({ strict: false })
  return chosen ?? incident ?? ''
}

/** Whether an incident was chosen around this: it is looked at beside something else. */
export const useIsBeside = (): boolean => useContext(Context) !== null
