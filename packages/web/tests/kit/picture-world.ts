import { existsSync, readFileSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { PAGE_DESTINATIONS } from '@blamefree/adapters'
import { testData } from '../../../../tools/test-data.ts'
import { board } from '../../../server/src/testing/board/board-destination.ts'
import { BOARD_TOKEN, boardServer } from '../../../server/src/testing/board/board-server.ts'
import { conversation } from './conversation.ts'
import { slackExport, TRANSCRIPT } from './incident-records.ts'
import { openWebHouse, type WebHouse } from './web-house.ts'

/** A house in which something of everything is there to be seen. */
export interface PictureWorld {
  readonly house: WebHouse
  /** The example incident, and its post-mortem that is being written. */
  readonly incident: string
  readonly postMortem: string
  /** A post-mortem that was published, reopened and changed. */
  readonly published: string
  /** An incident with a few thousand messages. */
  readonly long: string
  /** An incident whose records disagree. */
  readonly clashing: string
  /** A Slack export of several channels, and a record as somebody pastes it: real ones where they lie beside the checkout. */
  readonly slack: Buffer
  readonly pasted: string
}

/** Opens one. */
export async function openPictureWorld(context: TestContext): Promise<PictureWorld> {
  const there = await boardServer()
  context.after(() => there.close())
  const house = await openWebHouse(context, { environment: { ALLOW_PRIVATE: '127.0.0.1' }, more: { pageDestinations: [board, ...PAGE_DESTINATIONS] } })
  const { items } = await house.ask('GET', '/v1/incidents')
  const incident = items[0]
  for (const email of ['grace@example.com', 'lin@example.com']) await house.ask('POST', '/v1/invitations', { email, role: 'member' })
  const { id: postMortem } = await house.ask('POST', `/v1/incidents/${incident.id}/post-mortems`, {})
  for (const [quote, text] of [
    ['Rolling back was quick', 'How quick? I would name the minutes.'],
    ['We restarted the servers twice', 'Who decided that? It is not in the channel.'],
  ])
    await house.ask('POST', `/v1/post-mortems/${postMortem}/threads`, { text, quote })
  const { id: published } = await house.ask('POST', `/v1/incidents/${incident.id}/post-mortems`, {})
  await publishTwice(house, published, there.address)
  const long = await house.ask('POST', '/v1/incidents', { title: 'Search answers slowly in Europe', text: conversation(4000), zone: 'UTC' })
  const clashing = await house.ask('POST', '/v1/incidents', { title: 'Login answers 500', text: CONTRADICTION, zone: 'Europe/Berlin' })
  await house.ask('POST', '/v1/api-keys', { name: 'Nightly import', scopes: ['intake'] })
  return {
    house,
    incident: incident.slug,
    postMortem,
    published,
    long: long.incident.slug,
    clashing: clashing.incident.slug,
    slack: bytesOf('slack/hfaran__slack-export-viewer/tests/testarchive.zip') ?? slackExport(),
    pasted: bytesOf(REAL)?.toString('utf8') ?? TRANSCRIPT,
  }
}

const REAL = 'postmortems/ministryofjustice__cloud-platform/source/incidents/2023-06-06-user-services-down.html.md.erb'

/** Its own times say that it cannot be. */
const CONTRADICTION = `Severity: SEV2
2026-03-04 14:02 Maria: Login answers 500 for everybody, looking. This is a SEV1
2026-03-04 14:06 Chen: found it: the certificate of the identity provider expired
2026-03-04 14:15 Chen: renewed the certificate and restarted login
2026-03-04 14:20 Maria: confirmed, login works again. Closing.`

function bytesOf(path: string): Buffer | null {
  const full = testData(path)
  return full !== null && existsSync(full) ? readFileSync(full) : null
}

/** Publishes a post-mortem here and on the board, and changes it after. */
async function publishTwice(house: WebHouse, id: string, address: string): Promise<void> {
  const connection = await house.ask('POST', '/v1/connections', { destination: 'board', name: 'Operations', settings: { address, token: BOARD_TOKEN } })
  await house.ask('POST', `/v1/connections/${connection.id}/check`)
  await house.ask('POST', `/v1/post-mortems/${id}/versions`, { name: 'Before the review' })
  await house.ask('POST', `/v1/post-mortems/${id}/publish`, {}, '*')
  await house.ask('POST', `/v1/post-mortems/${id}/pages`, { connection: connection.id })
  await house.ask('POST', `/v1/post-mortems/${id}/reopen`, { note: 'A number was wrong' }, '*')
  const { sections } = (await house.ask('GET', `/v1/post-mortems/${id}`)).progress
  const summary = sections.find(({ title }: { title: string }) => title === 'Incident summary')
  await house.ask(
    'PUT',
    `/v1/post-mortems/${id}/sections/${summary.id}`,
    { markdown: 'Nobody could sign in for 44 minutes. We restarted the servers twice.' },
    '*',
  )
}
