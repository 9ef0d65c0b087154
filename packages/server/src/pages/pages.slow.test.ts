import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { BOARD_TOKEN } from '../testing/board/board-server.ts'
import { boardHouse } from '../testing/board/published.ts'

const TEXT = '## Impact\n\nCheckout was down.\n\nAbout 40 orders.\n\n## Causes\n\nA poison pill.'
const TWO = TEXT.replace('A poison pill.', 'A poison pill in the queue.')

describe('a page elsewhere', () => {
  test('is made, brought up to date, and keeps what people changed there; a true conflict stops until somebody chooses', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [connection, postMortem] = [await house.connect(), await house.written(TEXT)]
    const made = await house.publish(postMortem, connection)
    assert.deepEqual([made.state, made.url, made.title, made.publishedBy.name], ['current', `${board.address}/pages/1`, 'Poison pill', 'Ada'], made.sentence)
    assert.match(board.pages[0]?.text ?? '', /A poison pill\.\n\nMade by \[Blamefree\]\(http.*\) on .* by Ada from version \d+\. Changes made here are kept\.$/)

    const [page] = board.pages
    assert.ok(page !== undefined)
    const theyWrite = (from: string, to: string): void => {
      assert.ok(page.text.includes(from), page.text)
      page.text = page.text.replace(from, to)
      page.version += 1
    }
    theyWrite('About 40 orders.', 'About 44 orders.')
    await house.write(postMortem, TWO)
    assert.equal((await house.settled(postMortem)).state, 'behind')
    const plan = (await administrator.ask('GET', `/v1/post-mortems/${postMortem}/pages/${made.id}/plan`)).body
    assert.deepEqual([plan.state, plan.theirs, plan.conflicts], ['both', [{ section: 'Impact', before: 'About 40 orders.', after: 'About 44 orders.' }], []])
    assert.deepEqual(plan.ours, [{ section: 'Causes', before: 'A poison pill.', after: 'A poison pill in the queue.' }])
    assert.deepEqual([plan.page.state, plan.page.sections], ['changed', ['Impact']])
    const updated = await house.publish(postMortem, connection)
    assert.deepEqual([updated.state, updated.sections, board.pages.length], ['changed', ['Impact'], 1])
    assert.match(page.text, /About 44 orders\.[\s\S]*A poison pill in the queue\./)

    theyWrite('Checkout was down.', 'Checkout was slow.')
    await house.write(postMortem, TWO.replace('Checkout was down.', 'Checkout was away.'))
    const before = page.text
    const stopped = await house.publish(postMortem, connection)
    assert.deepEqual([stopped.state, stopped.sections, page.text], ['conflict', ['Impact'], before])
    const both = (await administrator.ask('GET', `/v1/post-mortems/${postMortem}/pages/${made.id}/plan`)).body.conflicts
    assert.deepEqual(both, [{ section: 'Impact', before: 'Checkout was down.', theirs: 'Checkout was slow.', ours: 'Checkout was away.' }])
    const chosen = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages/${made.id}/publish`, { choice: { sections: { Impact: 'ours' } } })
    assert.equal(chosen.status, 202, chosen.text)
    assert.equal((await house.settled(postMortem)).state, 'changed')
    assert.match(page.text, /Checkout was away\.\n\nAbout 44 orders\./)

    const log = (await administrator.ask('GET', '/v1/audit?action=page')).body.items.map(
      ({ action, after }: { action: string; after: { ended?: string } }) => `${action} ${after.ended ?? ''}`,
    )
    assert.deepEqual(log.toReversed(), [
      'page.ask ',
      'page.publish created',
      'page.ask ',
      'page.publish updated',
      'page.ask ',
      'page.publish conflict',
      'page.ask ',
      'page.publish updated',
    ])
    const whole = JSON.stringify([await administrator.ask('GET', '/v1/audit'), await administrator.ask('GET', '/v1/connections'), house.logged])
    assert.ok(!whole.includes(BOARD_TOKEN), 'the secret is nowhere')
  })

  test('gives its changes back to the post-mortem, and whoever types there meanwhile loses nothing', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [connection, postMortem] = [await house.connect(), await house.written(TEXT)]
    const made = await house.publish(postMortem, connection)
    const [page] = board.pages
    assert.ok(page !== undefined)
    page.text = page.text.replace('About 40 orders.', 'About 44 orders, says finance.').replace('A poison pill.', 'A poison pill.\n\nAnd no limit.')
    page.version += 1
    await house.write(postMortem, TEXT.replace('Checkout was down.', 'Checkout was down for all.'))
    const pulled = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages/${made.id}/pull`, {})
    assert.deepEqual([pulled.status, pulled.body.sections, pulled.body.problems], [200, ['Impact', 'Causes'], []], pulled.text)
    const { text } = await administrator.ask('GET', `/v1/post-mortems/${postMortem}?format=source`)
    assert.equal(text.trim(), '## Impact\n\nCheckout was down for all.\n\nAbout 44 orders, says finance.\n\n## Causes\n\nA poison pill.\n\nAnd no limit.')
    const again = await house.publish(postMortem, connection)
    assert.deepEqual([again.state, again.sections], ['current', []], JSON.stringify(again))
    assert.equal((await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages/${made.id}/pull`, {})).body.code, 'nothing-to-take')
  })

  test('that is gone is said and asked about; one that was forgotten is found again, and never made twice', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [connection, postMortem] = [await house.connect(), await house.written(TEXT)]
    const made = await house.publish(postMortem, connection)
    assert.equal((await administrator.ask('DELETE', `/v1/post-mortems/${postMortem}/pages/${made.id}`)).status, 204)
    assert.deepEqual((await administrator.ask('GET', `/v1/post-mortems/${postMortem}/pages`)).body.items, [])
    const again = await house.publish(postMortem, connection)
    assert.deepEqual([again.state, again.url, board.pages.length], ['current', made.url, 1], again.sentence)

    const [page] = board.pages
    assert.ok(page !== undefined)
    page.gone = true
    const gone = await house.publish(postMortem, connection)
    assert.deepEqual([gone.state, gone.sentence, gone.choices], ['gone', 'The page was deleted from the board.', ['create']])
    await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages/${again.id}/publish`, { choice: { gone: 'create' } })
    const fresh = await house.settled(postMortem)
    assert.deepEqual([fresh.state, fresh.url, board.pages.length], ['current', `${board.address}/pages/2`, 2])
  })

  test('whose place does not answer fails in a sentence, is tried again by itself, and holds nothing up', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [connection, postMortem] = [await house.connect(), await house.written(TEXT)]
    await administrator.ask('POST', `/v1/connections/${connection}/check`)
    board.before = () => 503
    const failed = await house.publish(postMortem, connection)
    assert.deepEqual([failed.state, failed.sentence], ['failed', 'The board does not answer. Try again later. It is tried again by itself.'])
    board.before = () => undefined
    for (let waited = 0; waited < 40_000 && (await house.settled(postMortem)).state === 'failed'; waited += 200)
      await new Promise((resume) => setTimeout(resume, 200))
    assert.deepEqual([(await house.settled(postMortem)).state, board.pages.length], ['current', 1])
  })

  test('goes where the rules say when a post-mortem is published', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const connection = await house.connect()
    const rules = { items: [{ connection, severities: ['Critical'], types: [], services: [] }] }
    assert.deepEqual((await administrator.ask('PUT', '/v1/place-rules', rules)).body, rules)
    const [fits, other] = [await house.written(TEXT), await house.written(TEXT, { severity: 'Minor' })]
    for (const postMortem of [other, fits]) {
      const done = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/publish`, {}, { 'if-match': '*' })
      assert.equal(done.status, 200, done.text)
    }
    assert.deepEqual([(await house.settled(fits)).state, board.pages.length], ['current', 1])
    assert.deepEqual((await administrator.ask('GET', `/v1/post-mortems/${other}/pages`)).body.items, [])
    assert.equal((await administrator.ask('PUT', '/v1/place-rules', { items: [{ ...rules.items[0], connection: other }] })).body.code, 'no-connection')
  })
})

describe('a private incident', () => {
  test('goes only to a place that is as closed, or of which nothing is known and somebody vouches for it', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [connection, postMortem] = [await house.connect(), await house.written(TEXT, { private: true })]
    const ask = async (more: object = {}): Promise<{ status: number; code: string; detail: string }> => {
      const { status, body } = await administrator.ask('POST', `/v1/post-mortems/${postMortem}/pages`, { connection, ...more })
      return { status, code: body.code, detail: body.detail }
    }
    const refused = await ask()
    assert.deepEqual([refused.status, refused.code, board.pages.length], [409, 'too-open', 0])
    assert.match(
      refused.detail,
      /the board “Operations” is seen by more people than are named on it\. Everybody of the company sees it\. .* let fewer people see/,
    )
    assert.equal((await ask({ confirmAudience: true })).code, 'too-open', 'whatever anybody says')

    board.level = 'unknown'
    await administrator.ask('POST', `/v1/connections/${connection}/check`)
    assert.deepEqual([(await ask()).code, board.pages.length], ['confirm-audience', 0])
    board.level = 'public'
    assert.equal((await ask({ confirmAudience: true })).status, 202)
    const stopped = await house.settled(postMortem)
    assert.deepEqual([stopped.state, board.pages.length], ['failed', 0], 'who sees it is asked again right before it goes')
    assert.match(stopped.sentence, /everybody on the internet sees/)
    assert.equal((await ask({ confirmAudience: true })).code, 'too-open')

    board.level = 'people'
    await administrator.ask('POST', `/v1/connections/${connection}/check`)
    assert.equal((await ask()).status, 202)
    assert.equal((await house.settled(postMortem)).state, 'current')
    const stranger = await house.person('administrator', 'Eve')
    for (const path of ['', '/x/plan', '/x/pull']) {
      const method = path === '/x/pull' ? 'POST' : 'GET'
      assert.equal(
        (await stranger.ask(method, `/v1/post-mortems/${postMortem}/pages${path.replace('x', postMortem)}`, method === 'POST' ? {} : undefined)).status,
        404,
      )
    }
  })
})

describe('connections', () => {
  test('are made, tried, changed and removed by administrators; secrets are never shown, and stay when they are left out', async (context) => {
    const { board, administrator, ...house } = await boardHouse(context)
    const [member, viewer] = [await house.person('member'), await house.person('viewer')]
    const { items } = (await viewer.ask('GET', '/v1/destinations')).body
    assert.deepEqual(
      [items[0].id, items[0].settings.map(({ kind, secret }: { kind: string; secret: boolean }) => `${kind} ${secret}`)],
      ['board', ['text false', 'text true', 'lines false', 'choice false', 'switch false']],
    )
    const settings = { address: board.address, token: BOARD_TOKEN, quiet: true }
    const asked = { destination: 'board', name: 'Operations', settings }
    assert.equal((await member.ask('POST', '/v1/connections', asked)).status, 403)
    const wrong = await administrator.ask('POST', '/v1/connections', { ...asked, settings: { ...settings, token: 'x' } })
    assert.deepEqual([wrong.status, wrong.body.detail], [422, 'Cannot connect the Board: the token does not begin with board-.'])
    assert.match(
      (await administrator.ask('POST', '/v1/connections', { ...asked, settings: { ...settings, colour: 'red' } })).body.detail,
      /no setting "colour"/,
    )
    const id = await house.connect()
    assert.equal((await administrator.ask('POST', '/v1/connections', { ...asked, name: 'OPERATIONS' })).body.code, 'name-taken')

    const tried = await administrator.ask('POST', `/v1/connections/${id}/check`)
    assert.deepEqual([tried.body.works, tried.body.findings], [true, [{ ok: true, sentence: 'The board takes the token.' }]], tried.text)
    assert.deepEqual(
      [tried.body.connection.where, tried.body.connection.seenBy.level, tried.body.connection.settings],
      ['the board “Operations”', 'company', { address: board.address }],
    )
    assert.equal((await member.ask('GET', '/v1/connections')).body.items[0].settings, null)

    const changed = await administrator.ask('PATCH', `/v1/connections/${id}`, { name: 'Ops', settings: { address: `${board.address}/`, token: '' } })
    assert.deepEqual([changed.body.name, changed.body.checkedAt, changed.body.settings], ['Ops', null, { address: `${board.address}/` }])
    assert.equal((await administrator.ask('POST', `/v1/connections/${id}/check`)).body.works, true, 'the token has stayed')
    await administrator.ask('PATCH', `/v1/connections/${id}`, { settings: { address: board.address, token: 'board-old' } })
    assert.deepEqual((await administrator.ask('POST', `/v1/connections/${id}/check`)).body.findings[0].ok, false)
    await administrator.ask('PATCH', `/v1/connections/${id}`, { settings: { address: board.address, token: BOARD_TOKEN } })

    const postMortem = await house.written(TEXT)
    await house.publish(postMortem, id)
    assert.equal((await viewer.ask('POST', `/v1/post-mortems/${postMortem}/pages`, { connection: id })).status, 403)
    assert.equal((await administrator.ask('DELETE', `/v1/connections/${id}`)).body.code, 'has-pages')
    assert.equal((await administrator.ask('DELETE', `/v1/connections/${id}?forget=true`)).status, 204)
    assert.equal(board.pages.length, 1, 'the page stays over there')
  })
})
