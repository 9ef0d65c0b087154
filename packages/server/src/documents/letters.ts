import type { House } from '../house.ts'
import { membersWhoSee } from '../store/reviews.ts'

/** What a letter about a post-mortem is about. */
export interface LetterSubject {
  readonly postMortem: string
  readonly incident: string
  readonly title: string
  readonly private: boolean
}

/**
 * Writes to members about a post-mortem: a sentence, the word that somebody added, and a link. Whoever may not see the incident at the moment of sending gets nothing, whoever acted is not told of it, and what is private is not
 * named, nor is the word told: mail is read on screens and kept by others.
 */
export async function writeToMembers(
  house: Pick<House, 'db' | 'mail' | 'publicUrl' | 'log'>,
  {
    members,
    actor,
    about,
    says,
    note = null,
  }: {
    readonly members: readonly string[]
    readonly actor: string | null
    readonly about: LetterSubject
    readonly says: (name: string) => string
    readonly note?: string | null
  },
): Promise<number> {
  const readers = await membersWhoSee(
    house.db.sql,
    about.incident,
    members.filter((member) => member !== actor),
  )
  const name = about.private ? 'a private post-mortem' : `“${about.title.replace(/\s+/g, ' ').slice(0, 120)}”`
  const sentence = says(name)
  const word = note === null || note.trim() === '' || about.private ? '' : `${note.trim()}\n\n`
  const sent = await Promise.all(
    readers.map(({ email }) =>
      house.mail.send({ to: email, subject: sentence, text: `${sentence}.\n\n${word}${house.publicUrl}/post-mortems/${about.postMortem}\n` }),
    ),
  )
  return sent.filter(Boolean).length
}
