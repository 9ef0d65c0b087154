import type { BlockHouse } from './fake-blocks.ts'
import type { FakePage } from './fake-page.ts'

/** What is over there, and how it answers. */
export interface FakeWorkspace extends BlockHouse {
  readonly pages: Map<string, FakePage>
  readonly requests: string[]
  readonly files: Map<string, { name: string; sent: boolean }>
  readonly people: { id: string; email: string }[]
  /** Pages that are not shared any more. */
  readonly hidden: Set<string>
  truncated: boolean
  unknown: string[]
  /** Whether its Markdown endpoints are there, and take our version. */
  markdown: 'there' | 'absent' | 'newer'
  publicUrl: string | null
  /** The address of a file, another one each time. */
  sign(name: string): string
}

/** The page, and the database with its data source, that everything is put into. */
export const PARENT = '11111111-1111-1111-1111-111111111111'
export const DATABASE = '22222222-2222-2222-2222-222222222222'
export const SOURCE = '33333333-3333-3333-3333-333333333333'
export const SECRET = 'ntn_a-secret-secret'

/** An empty one. */
export function emptyWorkspace(): FakeWorkspace {
  let count = 0
  let signature = 0
  const files: FakeWorkspace['files'] = new Map()
  return {
    pages: new Map(),
    requests: [],
    files,
    people: [],
    hidden: new Set(),
    truncated: false,
    unknown: [],
    markdown: 'there',
    publicUrl: null,
    newId: () => `aaaaaaaa-0000-0000-0000-${String(++count).padStart(12, '0')}`,
    fileName(upload) {
      const file = files.get(upload)
      return file?.sent === true ? file.name : null
    },
    sign: (name) => `https://prod-files-secure.s3.amazonaws.com/x/${name}?X-Amz-Signature=${++signature}`,
  }
}
