import { textAt, type PageBody, type PageNow, type Problem, type World } from '@blamefree/core'
import { must, type Call } from '../ask.ts'
import { fileName } from '../images.ts'
import { createCall, titleCall, type NewPage } from '../page-call.ts'
import { pageOfBlocks, type NotionPage } from '../read-page.ts'
import type { NotionConfig } from '../settings.ts'
import { uploadFiles } from '../upload-files.ts'
import { appendBlocks, applyChange, changeCall, wireSent } from './apply-changes.ts'
import { goesOn, isBeside, isGoesOn, markBlocks } from './beside-text.ts'
import { blockOf, type Block, type PlacedBlock } from './block.ts'
import { blocksOfText } from './blocks-of-text.ts'
import { compareBlocks, type Change } from './compare-blocks.ts'
import { fittingBlocks } from './fitting-blocks.ts'
import { listBlocks } from './list-blocks.ts'
import { planAppends, type Append } from './plan-appends.ts'
import { plainText } from './text-of-blocks.ts'

interface Inside {
  readonly config: NotionConfig
  readonly world: World
}

/** Makes a page by its blocks, the mark among the first: as few requests as they need, and those that read it. */
export async function createBlocks(body: PageBody, page: NewPage, { config, world }: Inside): Promise<PageNow> {
  const appends = planPage(body.text, page.marker)
  const [first, ...more] = appends
  const uploads = await uploadFiles(body.files, filesOf(appends.flatMap(({ sent }) => sent.map(({ block }) => block))), config, world)
  const writing = { config, world, uploads }
  const made = await must(createCall(page, { children: (first?.sent ?? []).map((sent) => wireSent(sent, uploads)) }), config, world)
  const id = textAt(made, 'id') ?? ''
  const root: PlacedBlock = { ...blockOf('page'), id, children: await listBlocks(id, config, world) }
  if (more.length === 0) return pageOfBlocks(made, root)
  const placed = new Map(
    (first?.sent ?? []).flatMap(({ block }, index) => (root.children[index] === undefined ? [] : [[block, root.children[index]] as const])),
  )
  await appendBlocks(root, { after: root.children.findLast((block) => !isBeside(block)) ?? null, appends: more, placed }, writing)
  await finish(root, writing)
  return pageOfBlocks(await must({ method: 'GET', path: `/pages/${id}` }, config, world), root)
}

/** The requests of a new page. Where they are several, one block says from the first to the last that more comes. */
export function planPage(text: string, marker: string): Append[] {
  const blocks = fittingBlocks(blocksOfText(text))
  const mark = markBlocks(marker)
  const alone = planAppends(blocks, mark)
  return alone.length === 1 ? alone : planAppends(blocks, [goesOn(), ...mark])
}

/** Writes over a page that was read by blocks: only the blocks that changed. What people wrote elsewhere on it, and what only they can make, stays as it is. */
export async function writeBlocks(body: PageBody, now: NotionPage & { readonly root: PlacedBlock }, { config, world }: Inside): Promise<PageNow> {
  const { root } = now
  const { changes, stay } = planChanges(body.text, root)
  const problems = stay.map(staysProblem)
  const renamed = body.title !== now.title
  const begun = root.children.some(isGoesOn)
  if (changes.length === 0 && !renamed && !begun) return problems.length === 0 ? now : { ...now, problems }
  const inserted = changes.flatMap((change) => (change.kind === 'insert' ? change.blocks : []))
  const writing = { config, world, uploads: await uploadFiles(body.files, filesOf(inserted), config, world) }
  const [first, ...rest] = changes
  if (!begun && countOf(changes) > 1) {
    // Whoever reads the page before the last request knows that what is missing was not taken away.
    const along = first?.kind === 'insert' && first.parent === root ? first : null
    const appends = planAppends(along?.blocks ?? [], [goesOn()])
    await appendBlocks(root, { after: along === null ? (root.children.at(-1) ?? null) : along.after, appends }, writing)
    for (const change of along === null ? changes : rest) await applyChange(change, writing)
  } else for (const change of changes) await applyChange(change, writing)
  await finish(root, writing)
  const page = await must(renamed ? titleCall(now.ref.id, body.title) : { method: 'GET', path: `/pages/${now.ref.id}` }, config, world)
  const after = pageOfBlocks(page, root)
  return problems.length === 0 ? after : { ...after, problems }
}

/** The first request that a page by blocks takes, to a new page or over one that was read so; null where there is nothing to write. Files are their names. Pure. */
export function firstCall(body: PageBody, to: NewPage | PlacedBlock): Call | null {
  const uploads = new Map(body.files.map(({ name }) => [name, name]))
  if (!('children' in to)) return createCall(to, { children: (planPage(body.text, to.marker)[0]?.sent ?? []).map((sent) => wireSent(sent, uploads)) })
  const [first] = planChanges(body.text, to).changes
  return first === undefined ? null : changeCall(first, uploads)
}

function planChanges(text: string, root: PlacedBlock): { readonly changes: readonly Change[]; readonly stay: readonly PlacedBlock[] } {
  const { changes, stay } = compareBlocks(root, fittingBlocks(blocksOfText(text)))
  const onPage = (change: Change): number => (change.kind === 'insert' ? (change.parent === root ? 0 : 1) : 2)
  return { changes: changes.toSorted((one, other) => onPage(one) - onPage(other)), stay }
}

const countOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + (change.kind === 'insert' ? planAppends(change.blocks).length : 1), 0)

/** Takes away what says that more comes. */
async function finish(root: PlacedBlock, writing: Inside & { readonly uploads: ReadonlyMap<string, string> }): Promise<void> {
  for (const before of root.children.filter(isGoesOn)) await applyChange({ kind: 'delete', parent: root, before }, writing)
}

function filesOf(blocks: readonly Block[]): ReadonlySet<string> {
  const names = (block: Block): string[] => [...(block.type === 'image' ? [fileName(block.traits.address ?? '')] : []), ...block.children.flatMap(names)]
  return new Set(blocks.flatMap(names))
}

function staysProblem(block: PlacedBlock): Problem {
  const words = plainText(block.words).trim().slice(0, 60)
  return {
    code: 'notion/stays',
    message: `A block${words === '' ? '' : ` that begins with “${words}”`} stays on the page, because something is in it that only Notion can make.`,
    weight: 'warning',
  }
}
