import { createContext, useContext } from 'react'
import type { components } from '../../api/schema.ts'

export type PostMortem = components['schemas']['PostMortem']

const Context = createContext<PostMortem | null>(null)

/** Gives the post-mortem that is being written to what stands in its text. */
export const WritingContext = Context.Provider

/** The post-mortem that is being written. */
export function useWritten(): PostMortem {
  const postMortem = useContext(Context)
  if (postMortem === null) throw new Error('There is no post-mortem around this.')
  return postMortem
}
