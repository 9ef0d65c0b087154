import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { findJob } from '../store/job-rows.ts'
import { SYSTEM } from '../people/principal.ts'
import { boardHouse, type BoardHouse, type Shown } from '../testing/board/published.ts'

const TEXT = '## Impact\n\nCheckout was down.\n\nAbout 40 orders.\n\n## Causes\n\nA poison pill.'

test('the job that looks every six hours says what was changed there, what is gone, and where it could not look', async (context) => {
  const house = await boardHouse(context)
  const { board, administrator } = house
  const connection = await house.connect()
  const names = ['changed', 'gone', 'away', 'broken', 'fresh', 'same'] as const
  const pages = new Map<
    (typeof names)[number],
    { readonly postMortem: string; readonly page: Shown; readonly there: (typeof board.pages)[number]; readonly text: string }
  >()
  for (const name of names) {
    const postMortem = await house.written(TEXT)
    const page = await house.publish(postMortem, connection)
    assert.equal(page.state, 'current', page.sentence)
    const there = board.pages.at(-1) ?? assert.fail()
    pages.set(name, { postMortem, page, there, text: there.text })
  }
  const one = (name: (typeof names)[number]): NonNullable<ReturnType<typeof pages.get>> => pages.get(name) ?? assert.fail()
  const shown = async (name: (typeof names)[number]): Promise<Shown> =>
    (await administrator.ask('GET', `/v1/post-mortems/${one(name).postMortem}/pages`)).body.items[0]
  const age = async (hours: number, ...which: readonly (typeof names)[number][]): Promise<void> => {
    await house.house.db.pool.query(
      `update page set looked_at = looked_at - make_interval(hours => $1),
        found = case when found ? 'unseen' then jsonb_set(found, '{unseen,at}', to_jsonb((found #>> '{unseen,at}')::timestamptz - make_interval(hours => $1))) else found end
        where id = any($2)`,
      [hours, which.map((name) => one(name).page.id)],
    )
  }
  const theyChange = (name: (typeof names)[number]): void => {
    const { there } = one(name)
    there.text = there.text.replace('About 40 orders.', 'About 44 orders.')
    there.version += 1
  }

  await context.test('what is older than six hours is looked at, what is fresher is not', async () => {
    for (const name of ['changed', 'away', 'fresh'] as const) theyChange(name)
    one('gone').there.gone = true
    one('broken').there.text = null as never
    board.before = (asked) => (asked === `GET /pages/${one('away').there.id}` ? 503 : undefined)
    await age(7, 'changed', 'gone', 'away', 'broken', 'same')
    await age(5, 'fresh')
    board.asked.length = 0
    assert.deepEqual(await lookNow(house), { looked: 3, unseen: 2 })
    // One that is not where it was is also looked for by its marker.
    assert.deepEqual(
      board.asked.filter((asked) => !asked.includes('marker=')).toSorted(),
      names.filter((name) => name !== 'fresh').map((name) => `GET /pages/${one(name).there.id}`),
    )
  })
  await context.test('one that was changed there says where, one that is gone asks what to do', async () => {
    const [changed, gone, same] = [await shown('changed'), await shown('gone'), await shown('same')]
    assert.deepEqual([changed.state, changed.sections, changed.sentence], ['changed', ['Impact'], null])
    assert.deepEqual([gone.state, gone.sentence, gone.choices], ['gone', 'The page was deleted from the board.', ['create']])
    assert.deepEqual([same.state, same.sections, same.notices], ['current', [], []])
    for (const { lookedAt } of [changed, gone, same]) assert.ok(Date.now() - Date.parse(lookedAt) < 60_000, lookedAt)
  })
  await context.test('one whose place does not answer stands as it did, and says so; one that we cannot read holds up none of the others', async () => {
    const [away, broken] = [await shown('away'), await shown('broken')]
    assert.deepEqual([away.state, away.sentence, away.sections], ['current', null, []])
    assert.deepEqual(away.notices, ['The last look there failed, so it is shown as it stood before. The board does not answer. Try again later.'])
    assert.ok(Date.now() - Date.parse(away.lookedAt) > 6 * 3_600_000, away.lookedAt)
    assert.match(broken.notices[0], /This is a fault of ours; the log has it\.$/)
    assert.ok(house.logged.some((line) => line.includes('a page could not be looked at')))
  })
  await context.test('it is announced to whoever has the post-mortem open, once', async () => {
    const { rows } = await house.house.db.pool.query<{
      page: string
    }>(`select data ->> 'page' as page from outbox where kind = 'page.changed' and data ->> 'ended' is null
      and at > (select max(at) from outbox where kind = 'page.published')`)
    const expected = (['changed', 'gone', 'away', 'broken'] as const).map((name) => String(one(name).page.id))
    assert.deepEqual(new Set(rows.map(({ page }) => page)), new Set(expected))
    assert.equal(rows.length, expected.length)
  })
  await context.test('none is asked again before six hours are over, also not one that could not be looked at', async () => {
    board.asked.length = 0
    assert.deepEqual([await lookNow(house), board.asked], [{ looked: 0, unseen: 0 }, []])
  })
  await context.test('later it stands as it then is: back again, changed there, unchanged', async () => {
    board.before = () => undefined
    one('gone').there.gone = false
    await age(7, 'changed', 'gone', 'away', 'broken', 'same', 'fresh')
    for (const name of ['broken', 'changed'] as const) one(name).there.text = one(name).text
    assert.deepEqual(await lookNow(house), { looked: 6, unseen: 0 })
    const states = await Promise.all(names.map(shown))
    assert.deepEqual(
      states.map(({ state, notices, sections }) => [state, notices, sections]),
      [
        ['current', [], []],
        ['current', [], []],
        ['changed', [], ['Impact']],
        ['current', [], []],
        ['changed', [], ['Impact']],
        ['current', [], []],
      ],
    )
  })
})

/** Runs the job through the queue and gives its result. */
async function lookNow({ house }: BoardHouse): Promise<unknown> {
  const id = (await house.jobs.enqueue(null, 'look-at-pages', {})) ?? assert.fail('it is not enqueued')
  for (let waited = 0; waited < 30_000; waited += 50) {
    const job = await findJob(house.db, { ...SYSTEM, role: 'administrator' }, id)
    if (job?.state === 'done') return job.result
    assert.notEqual(job?.state, 'failed', JSON.stringify(job?.error))
    await wait(50)
  }
  throw new Error('The job did not end.')
}
