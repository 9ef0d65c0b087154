import { PAGE_DESTINATIONS, planPage, publishPage } from '@blamefree/adapters'
import {
  BlamefreeError,
  dateTimeZoneText,
  openPostMortem,
  redact,
  redactIncident,
  shortHash,
  type Document,
  type Incident,
  type PageDestination,
  type PublishAsk,
  type PublishChoice,
  type Settings,
  type World,
} from '@blamefree/core'
import { reportMissing } from '../explain.ts'
import { textOf } from '../text-of.ts'
import { imagesBeside, type Images } from '../images-beside.ts'
import { alone, keptBeside, openKeptPages, placeSum, type KeptPage, type KeptPages } from '../pages/kept-pages.ts'
import { placeSettings, withoutSecrets } from '../pages/place-settings.ts'
import { reportOutcome, reportPlan, requestText } from '../pages/report-page.ts'
import { commandWorld } from '../command-world.ts'
import type { Terminal } from '../terminal.ts'

/** The flags of `blamefree publish`. */
export interface PublishFlags {
  readonly to: string
  readonly settings?: string
  readonly state?: string
  readonly dryRun?: boolean
  /** `true`: for all sections; else the sections. */
  readonly ours?: true | readonly string[]
  readonly theirs?: true | readonly string[]
  readonly gone?: 'create' | 'restore'
  readonly overwrite?: boolean
  readonly confirmAudience?: boolean
  readonly audience?: 'internal' | 'company' | 'customer'
  readonly quiet?: boolean
}

/** `blamefree publish`: a post-mortem in a file as a page of another system, or its page there brought up to date. Gives 0 when it is, 1 when somebody has to choose first. */
export async function publishCommand(
  path: string,
  flags: PublishFlags,
  terminal: Terminal,
  destinations: readonly PageDestination[] = PAGE_DESTINATIONS,
): Promise<number> {
  const destination = destinationOf(flags.to, destinations)
  const { document: whole, incident, assets, problems } = openPostMortem(textOf(path), path)
  const document = redact(whole, flags.audience ?? 'internal', incident).document
  const images = imagesBeside(path, document, assets)
  const settings = placeSettings(destination, { file: flags.settings, environment: process.env })
  const kept = openKeptPages(flags.state ?? keptBeside(path))
  const page = keptPage(kept, { destination, settings, document: whole, incident })
  const world = await commandWorld()
  const ask = askFor(page, { kept, destination, settings, document, incident, assets: images.assets, flags, world })
  if (flags.quiet !== true) reportMissing(terminal, [...problems, ...images.problems])
  if (flags.dryRun === true) return await dryRun(ask, { world, terminal, masked: withoutSecrets(destination, settings) })
  return await alone(kept.path, async () => {
    const outcome = await publishPage(ask, world)
    if ('written' in outcome) kept.keep({ ...page, written: outcome.written, intended: null })
    if (flags.quiet !== true || !('written' in outcome)) reportOutcome(terminal, outcome)
    return 'written' in outcome ? 0 : 1
  })
}

function destinationOf(name: string, destinations: readonly PageDestination[]): PageDestination {
  const found = destinations.find(({ id }) => id === name.trim().toLowerCase())
  if (found !== undefined) return found
  throw new BlamefreeError(
    'cli/unknown-place',
    `Cannot publish to "${name}": there is no such kind of place.`,
    `Known: ${destinations.map(({ id }) => id).join(', ') || 'none in this version'}.`,
  )
}

interface Published {
  readonly destination: PageDestination
  readonly settings: Settings
  readonly document: Document
  readonly incident: Incident | null
}

/** What is kept of the page; for a new one, a marker that is the same again if what is kept is lost. */
function keptPage(kept: KeptPages, { destination, settings, document, incident }: Published): KeptPage {
  const place = placeSum(destination, settings)
  const known = kept.find(destination.id, place)
  if (known !== null) return known
  const moments = Object.values(incident?.timestamps ?? {}).map((fact) => fact?.value ?? null)
  const marker = `blamefree-${shortHash(JSON.stringify([incident?.id ?? null, moments, document.title, document.template]))}`
  return { destination: destination.id, place, marker, written: null, intended: null }
}

function askFor(
  page: KeptPage,
  {
    kept,
    destination,
    settings,
    document,
    incident,
    assets,
    flags,
    world,
  }: Published & { readonly kept: KeptPages; readonly flags: PublishFlags; readonly world: World } & Pick<Images, 'assets'>,
): PublishAsk {
  const { audience = 'internal' } = flags
  const at = world.now()
  return {
    destination,
    config: destination.configure(settings),
    document,
    options: {
      ...(incident === null ? {} : { incident: redactIncident(incident, audience) }),
      ...(audience === 'internal' ? {} : { audience }),
      assets,
      footer: { url: null, at, shownAt: dateTimeZoneText(at, document.zone), by: null, version: null },
    },
    marker: page.marker,
    written: page.written,
    intended: page.intended,
    intend: (ours) => Promise.resolve(kept.keep({ ...page, intended: ours })),
    choice: choiceOf(flags),
    incident: 'company',
    confirmed: flags.confirmAudience === true,
  }
}

function choiceOf({ ours, theirs, gone, overwrite }: PublishFlags): PublishChoice {
  if (ours === true && theirs === true)
    throw new BlamefreeError('cli/sides', 'Cannot keep both sides of everything.', 'Give --ours or --theirs for all, and the other by section.')
  const by = (side: 'ours' | 'theirs', sections: PublishFlags['ours']): [string, 'ours' | 'theirs'][] =>
    sections === undefined || sections === true ? [] : sections.map((section) => [section, side])
  return {
    ...(ours === true ? { all: 'ours' } : theirs === true ? { all: 'theirs' } : {}),
    sections: Object.fromEntries([...by('ours', ours), ...by('theirs', theirs)]),
    ...(gone === undefined ? {} : { gone }),
    ...(overwrite === true ? { overwrite } : {}),
  }
}

/** Looks, and prints the request that would write. Where the place cannot be reached, the one that would make a new page. */
async function dryRun(
  ask: PublishAsk,
  { world, terminal, masked }: { readonly world: World; readonly terminal: Terminal; readonly masked: (text: string) => string },
): Promise<number> {
  const { destination, config } = ask
  const plan = await planPage(ask, world).catch((error: unknown) => {
    if (!(error instanceof BlamefreeError) || !error.code.startsWith('outbound/')) throw error
    terminal.say(`Could not look at the page: ${error.message} What follows is for a new one.\n`)
    return null
  })
  if (plan !== null) reportPlan(terminal, plan)
  const page = plan?.page ?? null
  const now = page !== null && 'version' in page ? page : null
  const body = plan === null ? destination.render(ask.document, ask.options, config) : plan.body
  const request = body === null || plan?.state === 'current' ? null : destination.request(body, now, config)
  if (request !== null) terminal.out(masked(requestText(request)))
  return plan !== null && (plan.conflicts.length > 0 || plan.state === 'gone') ? 1 : 0
}
