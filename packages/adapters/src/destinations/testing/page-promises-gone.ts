import type { Document, PageGone } from '@blamefree/core'
import type { PageSubject } from './page-subject.ts'
import { expectWords, onlyPage, pageDocument, promise, whereEdited, WORDS, type PagePromise } from './page-promise.ts'
import type { PageSession } from './page-session.ts'

const NEXT = pageDocument({ first: 'Newbravo is ours.' })
const NEXT_WORDS = [...WORDS.filter((word) => word !== 'Parabravo'), 'Newbravo']

/** Pages that are not where they were, and places that too many can see. */
export const PLACE_PROMISES: readonly PagePromise[] = [
  ...(['deleted', 'trashed', 'archived', 'forbidden', 'locked'] as const).map((how) => goes(how)),
  promise(
    'a page that was renamed keeps its name, and that is said',
    async (session, found) => {
      // A page without a title of its own: git's is its path.
      if (session.place.rename === undefined) return
      await session.publish(pageDocument())
      session.place.rename('Their name')
      const kept = await session.publish(NEXT)
      found.expect(kept.kind === 'updated' && kept.notices.some((notice) => notice.includes('Their name')), `The outcome is ${kept.kind}, and nothing is said.`)
      found.expect(session.place.pages()[0]?.title === 'Their name', `Its title is ${session.place.pages()[0]?.title}.`)
      const again = await session.publish(NEXT, { choice: { title: 'ours' } })
      found.expect(
        again.kind === 'updated' && session.place.pages()[0]?.title.includes('Carts were empty') === true,
        'Our title does not come back when asked for.',
      )
    },
    whereEdited,
  ),
  promise('a title that we change is changed there', async (session, found, { edits }) => {
    // Where people could rename a page and cannot, it has no title of its own.
    if (session.place.rename === undefined && edits !== false) return
    await session.publish(pageDocument())
    await session.publish(pageDocument({}, 'Carts were full'))
    found.expect(session.place.pages()[0]?.title.includes('Carts were full') === true, `Its title is ${session.place.pages()[0]?.title}.`)
  }),
  promise('a private incident goes only where few read, or, where a place does not tell who does, after somebody confirmed it', async (session, found) => {
    const { place } = session
    const refused = async (document: Document, { level, confirmed }: { readonly level: string; readonly confirmed: boolean }): Promise<void> => {
      const before = place.state()
      const { error } = await session.run(document, { incident: 'people', unasked: true, confirmed })
      const says = `Seen by ${level}${confirmed ? ' and confirmed' : ''}, it ends in ${String(error)}.`
      found.expect((error as { code?: unknown } | null)?.code === 'publish/too-open', says)
      found.expect(place.state() === before, `Seen by ${level}, something was written nevertheless.`)
    }
    for (const level of place.seenBy === undefined ? (['unknown'] as const) : (['company', 'public'] as const)) {
      if (level !== 'unknown') place.seenBy?.(level)
      await refused(pageDocument(), { level, confirmed: false })
      if (await tells(session)) await refused(pageDocument(), { level, confirmed: true })
    }
    if (!(await tells(session))) {
      const outcome = await session.publish(pageDocument(), { incident: 'people', unasked: true, confirmed: true })
      found.expect(outcome.kind === 'created', `Confirmed, the outcome is ${outcome.kind}.`)
    }
    if (place.seenBy === undefined) return
    place.seenBy('people')
    const few = await session.publish(NEXT, { incident: 'people', unasked: true })
    found.expect(few.kind === 'created' || few.kind === 'updated', `Seen by few, the outcome is ${few.kind}.`)
    place.seenBy('company')
    if (await tells(session)) await refused(pageDocument(), { level: 'the company now', confirmed: true })
  }),
]

/** Whether the place tells who sees it, as it stands now. */
const tells = async (session: PageSession): Promise<boolean> => (await session.check()).audience.level !== 'unknown'

function goes(how: PageGone['gone']): PagePromise {
  const unless = ({ goes: ways = [] }: PageSubject): string | null => (ways.includes(how) ? null : `a page there is never ${how}, as far as one can tell`)
  const work: Parameters<typeof promise>[1] = async (session, found, { destination }) => {
    await session.publish(pageDocument())
    session.place.remove?.(how)
    const before = session.place.state()
    const outcome = await session.publish(NEXT)
    found.expect(outcome.kind === 'gone' && outcome.gone === how, `The outcome is ${outcome.kind}${outcome.kind === 'gone' ? `, ${outcome.gone}` : ''}.`)
    found.expect(session.place.state() === before, 'Something was written.')
    if (outcome.kind !== 'gone') return
    found.expect(/^[A-Z“][^]*\.$/.test(outcome.sentence), `“${outcome.sentence}” is not a sentence.`)
    const { plan } = await session.plan(NEXT)
    found.expect(plan.state === 'gone', `The plan says ${plan.state}.`)
    const restores = destination.restore !== undefined && (how === 'trashed' || how === 'archived')
    found.expect(outcome.choices.includes('restore') === restores, `The choices are ${outcome.choices.join(', ')}.`)
    if (restores) {
      const back = await session.publish(NEXT, { choice: { gone: 'restore' } })
      found.expect(back.kind === 'updated', `Brought back, the outcome is ${back.kind}.`)
      expectWords(onlyPage(session, found), found, { once: NEXT_WORDS })
    } else if (how === 'deleted' || how === 'trashed' || how === 'archived') {
      const made = await session.publish(NEXT, { choice: { gone: 'create' } })
      found.expect(made.kind === 'created', `Made anew, the outcome is ${made.kind}.`)
      expectWords(onlyPage(session, found), found, { once: NEXT_WORDS })
    }
  }
  return promise(`a page that is ${how} is a sentence and a choice`, work, unless)
}
