import type { FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import type { Principal } from '../people/principal.ts'
import { savePostMortem, type PostMortemChange } from '../store/post-mortem-writer.ts'
import { readPostMortem, type PostMortemStatus, type StoredPostMortem } from '../store/post-mortems.ts'
import { standing } from './post-mortem-views.ts'
import { absent, changedMeanwhile, Refusal } from './refusal.ts'

/** A request that is about a post-mortem. */
export interface AboutPostMortem {
  readonly person: Principal
  readonly request: FastifyRequest
  readonly postMortem: string
  readonly incident: string
}

/** What is made of the post-mortem as it stands. */
export type Change = Omit<PostMortemChange, 'id' | 'incident' | 'expected' | 'from'>

const MOST_TRIES = 5

/** The post-mortem that the policy has let through. */
export async function thePostMortem({ db }: House, id: string): Promise<StoredPostMortem> {
  const stored = await readPostMortem(db, id)
  if (stored === null) throw absent('post-mortem')
  return stored
}

/**
 * Reads the post-mortem, makes something of it, and writes it if nobody changed it in between. `expected` null: whoever came in between is taken into account by making it anew.
 * `from`: refused with a sentence when its status is another.
 */
export async function changePostMortem(
  house: House,
  { person, request, postMortem, incident }: AboutPostMortem,
  {
    expected,
    from,
    make,
  }: { readonly expected: number | null; readonly from: readonly PostMortemStatus[]; readonly make: (stored: StoredPostMortem) => Promise<Change> | Change },
): Promise<StoredPostMortem> {
  for (let attempt = 1; ; attempt++) {
    const stored = await thePostMortem(house, postMortem)
    if (expected !== null && stored.revision !== expected) throw changedMeanwhile('post-mortem', standing(stored))
    if (!from.includes(stored.status)) throw wrongStatus(stored)
    const change = await make(stored)
    const saved = await house.db.tx((tx) =>
      savePostMortem(tx, { person, address: request.ip }, { ...change, id: postMortem, incident, expected: stored.revision, from }),
    )
    const now = await thePostMortem(house, postMortem)
    if (saved.kind === 'saved') return now
    if (saved.kind === 'status') throw wrongStatus(now)
    if (expected !== null || attempt >= MOST_TRIES) throw changedMeanwhile('post-mortem', standing(now))
  }
}

/** While it may be written. */
export const WRITABLE: readonly PostMortemStatus[] = ['draft', 'in-review']

function wrongStatus(stored: StoredPostMortem): Refusal {
  const current = standing(stored)
  if (stored.status === 'published')
    return new Refusal(409, 'published', {
      message: 'The post-mortem is published, and stays as it is.',
      hint: 'Reopen it to change it; that is recorded.',
      current,
    })
  return new Refusal(409, 'status', {
    message: `The post-mortem is ${stored.status === 'draft' ? 'a draft' : 'in review'}, so this cannot be done to it.`,
    current,
  })
}
