import { FOOTER } from './page-session.ts'
import { changeThere, expectWords, insertThere, onlyPage, pageDocument, promise, removeThere, whereEdited, WORDS, type PagePromise } from './page-promise.ts'

const without = (...words: readonly string[]): string[] => WORDS.filter((word) => !words.includes(word))

/** What people change over there, and what we change, on one page. */
export const MERGE_PROMISES: readonly PagePromise[] = [
  promise(
    'it takes as many requests as it says',
    async (session, found, { requests }) => {
      const counts: number[] = []
      for (const next of [pageDocument(), pageDocument(), pageDocument({ first: 'Newbravo is ours.' })]) {
        const { world } = await session.run(next)
        counts.push(world.requests.filter(({ url }) => !/oauth2|\/token$/.test(url)).length)
      }
      found.expect(counts.join() === requests?.join(), `It takes ${counts.join(', ')} requests, and says ${requests?.join(', ')}.`)
    },
    ({ requests }) => (requests === undefined ? 'it does not say how many' : null),
  ),
  promise('a page is made once, with all its words, its title and our marker', async (session, found, { finds }) => {
    const outcome = await session.publish(pageDocument())
    found.expect(outcome.kind === 'created', `The outcome is ${outcome.kind}.`)
    expectWords(onlyPage(session, found), found, { once: WORDS })
    found.expect(session.place.pages()[0]?.title.includes('Carts were empty') === true, 'The title is not there.')
    const again = await session.publish(pageDocument(), { written: null })
    found.expect(again.kind !== 'created' || finds === false, 'The page is not found by its marker.')
    onlyPage(session, found)
  }),
  promise('another post-mortem of the same title gets a page of its own', async (session, found) => {
    await session.publish(pageDocument())
    const other = await session.publish(pageDocument({ first: 'Parabravo and Otherkilo.' }), { marker: 'blamefree-2b1c', written: null })
    found.expect(other.kind === 'created', `The outcome is ${other.kind}.`)
    found.expect(session.place.pages().length === 2, `There are ${session.place.pages().length} pages instead of two.`)
    found.expect(session.place.pages().filter(({ text }) => text.includes('Otherkilo')).length === 1, 'One wrote over the other.')
  }),
  promise('publishing again unchanged writes nothing, also when only the footer would be another', async (session, found) => {
    await session.publish(pageDocument())
    const before = session.place.state()
    for (const footer of [FOOTER, { ...FOOTER, shownAt: '6 March 2026 10:00', by: 'Eva', version: '4' }]) {
      const outcome = await session.publish(pageDocument(), { options: { footer } })
      found.expect(outcome.kind === 'unchanged', `The outcome is ${outcome.kind}.`)
      found.expect(
        'kept' in outcome && outcome.kept.length === 0,
        `It is said that people changed something: ${JSON.stringify('kept' in outcome ? outcome.kept : null).slice(0, 300)}`,
      )
    }
    found.expect(session.place.state() === before, 'Something was written.')
  }),
  promise('what we change is changed there, and nothing else', async (session, found) => {
    await session.publish(pageDocument())
    const outcome = await session.publish(pageDocument({ first: 'Newbravo is ours.', row: null, item: 'Newecho is ours' }))
    found.expect(outcome.kind === 'updated', `The outcome is ${outcome.kind}.`)
    const text = onlyPage(session, found)
    expectWords(text, found, {
      once: [...without('Parabravo', 'Rowcharlie', 'Itemecho'), 'Newbravo', 'Newecho'],
      never: ['Parabravo', 'Rowcharlie', 'Itemecho'],
    })
    const again = await session.publish(pageDocument({ first: 'Newbravo is ours.', row: null, item: 'Newecho is ours' }))
    found.expect(again.kind === 'unchanged', `Again, the outcome is ${again.kind}.`)
  }),
  promise(
    'what people changed, wrote and took away there stays, for ever',
    async (session, found, subject) => {
      await session.publish(pageDocument())
      changeThere(session, 'Rowcharlie', 'Theirhotel')
      insertThere(session, subject, 'Itemdelta', 'Theirindia')
      removeThere(session, subject, 'Paraalpha')
      const kept = { once: ['Theirhotel', 'Theirindia', ...without('Paraalpha', 'Parabravo')], never: ['Paraalpha'] }
      const same = await session.publish(pageDocument())
      found.expect(same.kind === 'unchanged', `Without changes of ours the outcome is ${same.kind}.`)
      for (const word of ['Newbravo', 'Newestbravo']) {
        const outcome = await session.publish(pageDocument({ first: `${word} is ours.` }))
        found.expect(outcome.kind === 'updated', `The outcome is ${outcome.kind}.`)
        expectWords(onlyPage(session, found), found, { ...kept, once: [...kept.once, word] })
        found.expect(
          'kept' in outcome && outcome.kept.length === 3,
          `${'kept' in outcome ? outcome.kept.length : 'No'} changes are said to be kept instead of 3.`,
        )
      }
    },
    whereEdited,
  ),
  promise('a plan says how the page stands, and writes nothing', async (session, found, { edits }) => {
    const first = await session.plan(pageDocument())
    found.expect(first.plan.state === 'new' && first.plan.body !== null, `Before the first time the state is ${first.plan.state}.`)
    found.expect(session.place.pages().length === 0, 'The plan made a page.')
    await session.publish(pageDocument())
    const state = async (document = pageDocument()): Promise<string> => (await session.plan(document)).plan.state
    const before = session.place.state()
    found.expect((await state()) === 'current', `Unchanged, the state is ${await state()}.`)
    found.expect((await state(pageDocument({ first: 'Newbravo.' }))) === 'behind', 'With a change of ours the state is not behind.')
    found.expect(session.place.state() === before, 'The plan wrote something.')
    if (edits === false) return
    changeThere(session, 'Rowcharlie', 'Theirhotel')
    found.expect((await state()) === 'changed', `With a change of theirs the state is ${await state()}.`)
    const { plan } = await session.plan(pageDocument({ first: 'Newbravo.', row: 'Rowcharlie changed by us' }))
    found.expect(
      plan.state === 'both' && plan.conflicts.length === 1,
      `With changes of both the state is ${plan.state} with ${plan.conflicts.length} conflicts.`,
    )
    found.expect(
      plan.theirs.some(({ after }) => after.includes('Theirhotel')),
      'Their change is not shown.',
    )
    found.expect(
      plan.ours.some(({ after }) => after.includes('Newbravo')),
      'Our change is not shown.',
    )
  }),
  promise(
    'where both changed the same nothing is written until somebody chooses',
    async (session, found) => {
      await session.publish(pageDocument())
      changeThere(session, 'Parabravo', 'Theirhotel')
      const ours = pageDocument({ first: 'Parabravo of ours.', item: 'Newecho' })
      const before = session.place.state()
      const outcome = await session.publish(ours)
      found.expect(outcome.kind === 'conflict', `The outcome is ${outcome.kind}.`)
      found.expect(session.place.state() === before, 'Something was written nevertheless.')
      if (outcome.kind !== 'conflict') return
      const [conflict] = outcome.conflicts
      found.expect(
        outcome.conflicts.length === 1 && conflict?.theirs.includes('Theirhotel') === true && conflict.ours.includes('ours'),
        'The conflict does not show both texts.',
      )
      found.expect(conflict?.section === 'Summary', `The conflict is said to be in section “${conflict?.section}”.`)
      const theirs = await session.publish(ours, { choice: { sections: { Summary: 'theirs' } } })
      found.expect(theirs.kind === 'updated', `With their text chosen the outcome is ${theirs.kind}.`)
      expectWords(onlyPage(session, found), found, { once: ['Theirhotel', 'Newecho'], never: ['of ours'] })
      const decided = await session.publish(pageDocument({ first: 'Parabravo of ours again.', item: 'Newecho' }), { choice: { all: 'ours' } })
      found.expect(decided.kind === 'updated', `With ours chosen the outcome is ${decided.kind}.`)
      expectWords(onlyPage(session, found), found, { once: ['of ours again', 'Newecho'], never: ['Theirhotel'] })
    },
    whereEdited,
  ),
  promise(
    'a change of theirs that stayed is asked about when we change the same later',
    async (session, found) => {
      await session.publish(pageDocument())
      changeThere(session, 'Parabravo', 'Theirhotel')
      await session.publish(pageDocument({ item: 'Newecho' }))
      const outcome = await session.publish(pageDocument({ first: 'Parabravo of ours.', item: 'Newecho' }))
      found.expect(outcome.kind === 'conflict', `The outcome is ${outcome.kind}.`)
      expectWords(onlyPage(session, found), found, { once: ['Theirhotel'] })
    },
    whereEdited,
  ),
  promise(
    'everything can be overwritten when somebody says so',
    async (session, found, subject) => {
      await session.publish(pageDocument())
      changeThere(session, 'Parabravo', 'Theirhotel')
      insertThere(session, subject, 'Itemdelta', 'Theirindia')
      await session.publish(pageDocument(), { choice: { overwrite: true } })
      expectWords(onlyPage(session, found), found, { once: WORDS, never: ['Theirhotel', 'Theirindia'] })
    },
    whereEdited,
  ),
  promise(
    'a page of which nothing is known any more loses nothing',
    async (session, found, subject) => {
      await session.publish(pageDocument())
      insertThere(session, subject, 'Itemdelta', 'Theirindia')
      const outcome = await session.publish(pageDocument({ first: 'Newbravo.' }), { written: null })
      found.expect(outcome.kind === 'conflict', `The outcome is ${outcome.kind}.`)
      expectWords(onlyPage(session, found), found, { once: ['Theirindia', 'Parabravo'] })
    },
    whereEdited,
  ),
]
