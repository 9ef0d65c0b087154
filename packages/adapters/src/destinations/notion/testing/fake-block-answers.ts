import type { Reply } from '@blamefree/core'
import { changeBlock, placeOfBlock, Refused, shownBlock, storeBlocks, type StoredBlock } from './fake-blocks.ts'
import { madeBlocks, type FakePage } from './fake-page.ts'
import { missing, ok, problem } from './fake-reply.ts'
import type { FakeWorkspace } from './fake-workspace.ts'

/** What the block endpoints answer, of blocks and of pages, which are lists of them. */
export function answerBlocks(fake: FakeWorkspace, { method, url, body }: { method: string; url: URL; body: Record<string, unknown> }): Reply {
  const [, , target = '', what = ''] = url.pathname.replace('/v1', '').split('/')
  const blocksOf = (page: FakePage): StoredBlock[] => (page.blocks ??= madeBlocks(page.text, fake))
  for (const page of fake.pages.values()) {
    if (fake.hidden.has(page.id)) continue
    const place = page.id === target ? null : placeOfBlock(blocksOf(page), target)
    if (place === null && page.id !== target) continue
    const block = place === null ? null : (place.list[place.at] ?? null)
    const list = block === null ? blocksOf(page) : block.children
    if (method === 'GET' && what === 'children') return listed(fake, list, url)
    if (page.in_trash) return problem(400, 'validation_error', "Can't edit block that is archived. You must unarchive the block before editing.")
    page.edited++
    if (method === 'PATCH' && what === 'children') return appended(fake, { list, type: block?.type ?? 'page' }, body)
    if (block === null || place === null) return problem(400, 'validation_error', 'A page is no block of a page.')
    if (method === 'DELETE') place.list.splice(place.at, 1)
    else changeBlock(block, body, fake)
    return ok(shownBlock(block, (name) => fake.sign(name)))
  }
  return missing()
}

function listed(fake: FakeWorkspace, list: readonly StoredBlock[], url: URL): Reply {
  const size = Math.min(100, Number(url.searchParams.get('page_size') ?? 100))
  const start = url.searchParams.get('start_cursor')
  const from = start === null ? 0 : list.findIndex((block) => block.id === start)
  const rest = list.slice(from + size)
  return ok({ ...listOf(fake, list.slice(from, from + size)), has_more: rest.length > 0, next_cursor: rest[0]?.id ?? null })
}

function appended(
  fake: FakeWorkspace,
  { list, type }: { list: StoredBlock[]; type: string },
  body: { children?: unknown; position?: { type?: string; after_block?: { id?: string } } },
): Reply {
  const after = body.position?.after_block?.id
  const at = body.position?.type === 'start' ? 0 : after === undefined ? list.length : list.findIndex((block) => block.id === after) + 1
  if (after !== undefined && at === 0) throw new Refused(`block ${after} is no child of the parent`)
  const made = storeBlocks(body.children, fake, type)
  list.splice(at, 0, ...made)
  return ok({ ...listOf(fake, made), has_more: false, next_cursor: null })
}

function listOf(fake: FakeWorkspace, blocks: readonly StoredBlock[]): object {
  return { object: 'list', type: 'block', block: {}, results: blocks.map((block) => shownBlock(block, (name) => fake.sign(name))) }
}
