import { BlamefreeError, type PageBody, type PageDestination, type PageNow, type PublishAsk, type PublishOutcome, type World } from '@blamefree/core'
import { checkAudience } from './check-audience.ts'
import { composePage, sumsOf } from './compose-page.ts'
import { choicesFor, locatePage } from './locate-page.ts'
import { writtenPage } from './written-page.ts'

/** How often a page that somebody writes at the same moment is read and merged again. */
const TRIES = 4

/**
 * Makes a post-mortem's page, or brings the one that is there up to date: found by its marker before one is made, compared with what was written last, merged
 * with what people changed there, and written only if that changes anything. Throws where a place refuses, and `publish/busy` when others write all the time.
 */
export async function publishPage(ask: PublishAsk, world: World): Promise<PublishOutcome> {
  const { destination, config, options, document } = ask
  const body = destination.render(document, options, config)
  await checkAudience(ask, world, ask.written === null)
  const located = await locatePage(ask, world)
  if ('gone' in located) return { kind: 'gone', choices: located.choices, ...located.gone }
  if (located.page !== null) return updatePage({ ask, body, page: located.page, notices: located.notices }, world)
  if (ask.written !== null) await checkAudience(ask, world, true)
  await ask.intend?.(body.text)
  const { page, whole } = await createdPage(ask, body, world)
  // What was cut off in the middle, or made by somebody who was quicker, is brought up to ours.
  if (!whole) return updatePage({ ask: { ...ask, written: null, intended: body.text }, body, page, notices: located.notices, created: true }, world)
  const blocks = destination.split(body.text)
  return {
    kind: 'created',
    written: writtenPage(ask, body, { page, sent: blocks, baseline: blocks }, world),
    kept: [],
    notices: located.notices,
    losses: body.losses,
    problems: [...body.problems, ...(page.problems ?? [])],
  }
}

interface Update {
  readonly ask: PublishAsk
  readonly body: PageBody
  readonly page: PageNow
  readonly notices: readonly string[]
  /** Whether the page was made just now. */
  readonly created?: boolean
}

async function updatePage({ ask, body, page: first, notices, created }: Update, world: World): Promise<PublishOutcome> {
  const { destination, config } = ask
  let page = first
  for (let tries = 1; ; tries++) {
    const { conflicts, theirs, kept, blocks, baseline, text, title, same } = composePage(ask, body, page)
    if (conflicts.length > 0) return { kind: 'conflict', conflicts, changes: theirs, page }
    if (!same) await ask.intend?.(body.text)
    const after = same ? page : await writtenOver(ask, { ...body, title, text }, page, world)
    if (after !== null) {
      const written = writtenPage(ask, body, { page: after, sent: blocks, baseline }, world)
      const problems = [...body.problems, ...(after.problems ?? [])]
      return { kind: created === true ? 'created' : same ? 'unchanged' : 'updated', written, kept, notices, losses: body.losses, problems }
    }
    if (tries === TRIES) throw busy(destination)
    await world.pause(250 * 2 ** tries)
    const again = await destination.read(page.ref, config, world)
    if ('gone' in again) return { kind: 'gone', choices: choicesFor(ask, again), ...again }
    page = again
  }
}

/** A new page; or, when its making was cut off or the answer never came, the page that is there nevertheless. */
async function createdPage({ destination, config, marker }: PublishAsk, body: PageBody, world: World): Promise<{ page: PageNow; whole: boolean }> {
  try {
    return { page: await destination.create(body, marker, config, world), whole: true }
  } catch (error) {
    const page = await destination.find(marker, config, world, { title: body.title }).catch(() => null)
    if (page === null) throw error
    return { page, whole: false }
  }
}

/** The page after writing; null when somebody was quicker. An answer that never came is made up for by reading. */
async function writtenOver({ destination, config }: PublishAsk, body: PageBody, page: PageNow, world: World): Promise<PageNow | null> {
  try {
    const after = await destination.write(body, page, config, world)
    return after === 'stale' ? null : after
  } catch (error) {
    const now = await destination.read(page.ref, config, world).catch(() => null)
    if (now !== null && !('gone' in now) && now.version !== page.version && now.unfinished !== true && sameText(destination, now.text, body.text)) return now
    throw error
  }
}

/** Whether two texts say the same, their footers aside. */
function sameText(destination: PageDestination, one: string, two: string): boolean {
  const [first, second] = [one, two].map((text) => sumsOf(destination, destination.split(text)))
  return JSON.stringify(first) === JSON.stringify(second)
}

function busy({ title }: PageDestination): BlamefreeError {
  return new BlamefreeError(
    'publish/busy',
    `Cannot publish to ${title}: the page was changed there each of the ${TRIES} times that we were about to write it.`,
    'Wait until nobody writes on the page, and publish again.',
  )
}
