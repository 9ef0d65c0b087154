import { writeToMembers } from '../documents/letters.ts'
import type { House } from '../house.ts'
import { announce } from '../store/outbox.ts'
import { membersWhoSee } from '../store/reviews.ts'
import { thePostMortem, type AboutPostMortem } from './change-post-mortem.ts'
import { Refusal } from './refusal.ts'

/** Members, each once, without the one who acts. */
export const others = (members: readonly string[], by: string | null): string[] => [...new Set(members)].filter((member) => member !== by)

/** Announces that something was said or changed in a thread, and to each member who is mentioned that they are. */
export async function announceComment(
  tx: Parameters<typeof announce>[0],
  { incident, postMortem, data, mentions }: { incident: string; postMortem: string; data: Readonly<Record<string, unknown>>; mentions: readonly string[] },
): Promise<void> {
  for (const member of mentions) await announce(tx, { kind: 'post-mortem.mentioned', incident, postMortem, member, data })
  await announce(tx, { kind: 'post-mortem.commented', incident, postMortem, data })
}

/** Writes to those whom somebody mentions. */
export async function writeOfMentions(house: House, { person, postMortem, incident }: AboutPostMortem, mentions: readonly string[]): Promise<void> {
  if (mentions.length === 0) return
  const { title, incident: of } = await thePostMortem(house, postMortem)
  await writeToMembers(house, {
    members: [...new Set(mentions)],
    actor: person.memberId,
    about: { postMortem, incident, title, private: of.private },
    says: (name) => `${person.name} mentions you in a comment on ${name}`,
  })
}

/** Nobody is mentioned who may not see it: they would learn that there is something. */
export async function refuseMentions({ db }: House, incident: string, mentions: readonly string[]): Promise<void> {
  const wanted = [...new Set(mentions)]
  if ((await membersWhoSee(db.sql, incident, wanted)).length === wanted.length) return
  throw new Refusal(422, 'not-to-mention', {
    message: 'Somebody who is mentioned is no member, is disabled, or may not see this incident.',
    hint: 'Mention members who may see it.',
  })
}
