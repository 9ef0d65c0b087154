import type { Reply } from '@blamefree/core'
import { storeBlocks } from './fake-blocks.ts'
import { textOf, type FakePage } from './fake-page.ts'
import { missing, ok, problem } from './fake-reply.ts'
import { PARENT, type FakeWorkspace } from './fake-workspace.ts'

/** What the endpoints of pages answer, those of Markdown among them. */
export function answerPages(fake: FakeWorkspace, { method, url, body }: { method: string; url: URL; body: Record<string, never> }): Reply {
  const [, , target = '', what = ''] = url.pathname.replace('/v1', '').split('/')
  const refused = refusal(fake, url, body)
  if (refused !== null) return refused
  if (method === 'POST') return create(fake, body)
  if (target === PARENT)
    return ok({ object: 'page', id: PARENT, properties: { title: { type: 'title', title: [{ plain_text: 'Operations' }] } }, public_url: fake.publicUrl })
  const page = fake.hidden.has(target) ? undefined : fake.pages.get(target)
  if (page === undefined) return missing()
  if (what === 'markdown') return method === 'GET' ? ok(shownMarkdown(fake, page)) : change(fake, page, body)
  return method === 'PATCH' ? patch(fake, page, body) : ok(shownPage(fake, page))
}

/** The refusal of Markdown, where it is not there or not in our version. */
function refusal(fake: FakeWorkspace, url: URL, body: { markdown?: string }): Reply | null {
  const isMarkdown = url.pathname.endsWith('/markdown')
  if (fake.markdown === 'there' || (!isMarkdown && body.markdown === undefined)) return null
  if (fake.markdown === 'newer') return problem(400, 'validation_error', 'markdown_version `v1` is not supported by this version of the API.')
  if (isMarkdown) return problem(400, 'invalid_request_url', 'Invalid request URL.')
  return problem(400, 'validation_error', 'body failed validation: body.markdown should be not present, instead was a string.')
}

/** A page as an answer has it. */
export function shownPage(fake: FakeWorkspace, page: FakePage): object {
  return {
    object: 'page',
    id: page.id,
    url: `https://www.notion.so/${page.id.replaceAll('-', '')}`,
    in_trash: page.in_trash,
    is_archived: page.is_archived ?? false,
    last_edited_time: new Date(Date.UTC(2026, 2, 4, 10, page.edited)).toISOString(),
    public_url: fake.publicUrl,
    parent: { type: Object.keys(page.parent)[0], ...page.parent },
    properties: { Name: { id: 'title', type: 'title', title: [{ plain_text: page.title }] } },
  }
}

function shownMarkdown(fake: FakeWorkspace, page: FakePage): object {
  return {
    object: 'page_markdown',
    id: page.id,
    markdown: textOf(page).replace(/\(file:\/\/([^)]+)\)/g, (_whole, name: string) => `(${fake.sign(name)})`),
    truncated: fake.truncated,
    unknown_block_ids: fake.unknown,
  }
}

/** Uploaded files get an address of Notion's; what it already had keeps its own. */
function stored(fake: FakeWorkspace, text: string): string {
  return text
    .replace(/\(file-upload:\/\/([^)]+)\)/g, (_whole, upload: string) => {
      const name = fake.fileName(upload)
      if (name === null) throw problem(400, 'validation_error', `File upload ${upload} is not there.`)
      return `(file://${name})`
    })
    .replace(/\(https:\/\/prod-files-secure[^)]*\/([^/?]+)\?[^)]*\)/g, '(file://$1)')
}

type Words = readonly { text: { content: string } }[]
const wordsOf = (words: Words): string => words.map(({ text }) => text.content).join('')

function create(
  fake: FakeWorkspace,
  body: { parent?: Record<string, string>; properties?: Record<string, { title?: Words; rich_text?: Words }>; markdown?: string; children?: unknown },
): Reply {
  const properties: Record<string, string> = {}
  for (const [name, { rich_text }] of Object.entries(body.properties ?? {})) if (rich_text !== undefined) properties[name] = wordsOf(rich_text)
  const page: FakePage = {
    id: fake.newId(),
    title: wordsOf(body.properties?.['title']?.title ?? []),
    text: stored(fake, body.markdown ?? ''),
    blocks: body.children === undefined ? null : storeBlocks(body.children, fake),
    parent: body.parent ?? {},
    properties,
    in_trash: false,
    edited: 0,
  }
  fake.pages.set(page.id, page)
  return ok(shownPage(fake, page))
}

function change(
  fake: FakeWorkspace,
  page: FakePage,
  body: { replace_content?: { new_str: string }; update_content?: { content_updates: { old_str: string; new_str: string }[] } },
): Reply {
  if (page.in_trash) return problem(400, 'validation_error', 'The page is in the trash.')
  page.text = textOf(page)
  page.blocks = null
  if (body.replace_content !== undefined) page.text = stored(fake, body.replace_content.new_str)
  for (const { old_str, new_str } of body.update_content?.content_updates ?? []) {
    if (page.text.split(old_str).length !== 2) return problem(400, 'validation_error', `old_str was found ${page.text.split(old_str).length - 1} times.`)
    page.text = page.text.replace(old_str, () => stored(fake, new_str))
  }
  page.edited++
  return ok(shownMarkdown(fake, page))
}

function patch(fake: FakeWorkspace, page: FakePage, body: { in_trash?: boolean; is_archived?: boolean; properties?: { title?: { title: Words } } }): Reply {
  if (body.in_trash !== undefined) page.in_trash = body.in_trash
  if (body.is_archived !== undefined) page.is_archived = body.is_archived
  if (body.properties?.title !== undefined) page.title = wordsOf(body.properties.title.title)
  page.edited++
  return ok(shownPage(fake, page))
}
