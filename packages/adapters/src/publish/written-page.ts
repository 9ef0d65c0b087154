import { unitsOf, type PageBlock, type PageBody, type PageDestination, type PageNow, type PublishAsk, type World, type WrittenPage } from '@blamefree/core'

/** A page after our writing. */
export interface PageAfter {
  /** As it reads now. */
  readonly page: PageNow
  /** The pieces that were sent to it. */
  readonly sent: readonly PageBlock[]
  /** Those of them that are ours alone. */
  readonly baseline: readonly PageBlock[]
}

/** What to keep of a page for the next time: our text alone, in the spelling that the place gave to what it was sent. */
export function writtenPage(ask: PublishAsk, body: PageBody, after: PageAfter, world: World): WrittenPage {
  const { page } = after
  return {
    ref: page.ref,
    title: page.title,
    ...(body.title === page.title ? {} : { oursTitle: body.title }),
    version: page.version,
    ours: body.text,
    theirs: spelled(ask.destination, after),
    where: page.where ?? null,
    at: world.now(),
  }
}

function spelled(destination: PageDestination, { page, sent, baseline }: PageAfter): string {
  const sums = (blocks: readonly PageBlock[]): string[] => blocks.map(({ text }) => destination.canonical(text))
  const [sentSums, own] = [sums(sent), sums(baseline)]
  if (sentSums.length === own.length && sentSums.every((sum, index) => sum === own[index])) return page.text
  const read = destination.split(page.text)
  const spelling = new Map<string, readonly PageBlock[]>()
  let last: string | null = null
  for (const { ours, theirs } of unitsOf(sentSums, sums(read))) {
    const pieces = read.slice(...theirs)
    // What the place adds by itself goes with the piece before it, and what it makes of several pieces stands in the place of the first.
    if (ours[0] === ours[1] && last !== null) spelling.set(last, [...(spelling.get(last) ?? []), ...pieces])
    for (const [index, { text }] of sent.slice(...ours).entries()) {
      if (!spelling.has(text)) spelling.set(text, index === 0 ? pieces : [])
      last = text
    }
  }
  return destination.join(baseline.flatMap((block) => spelling.get(block.text) ?? [block]))
}
