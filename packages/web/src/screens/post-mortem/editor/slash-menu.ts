import type { ChainedCommands, Extension } from '@tiptap/core'
import {
  IconAlertTriangle,
  IconActivity,
  IconBlockquote,
  IconChecklist,
  IconCode,
  IconGauge,
  IconH2,
  IconH3,
  IconH4,
  IconInfoCircle,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPhoto,
  IconSeparator,
  IconTable,
  IconUsers,
} from '../../../parts/icons.tsx'
import { postMortem as words } from '../../../text/post-mortem.ts'
import type { Choice } from './menu-list.tsx'
import { suggesting } from './suggesting.ts'

interface Block extends Choice {
  /** What else one may type to find it. */
  readonly also: string
  readonly make: (chain: ChainedCommands) => ChainedCommands
}

const { slash } = words
const heading = (level: number) => (chain: ChainedCommands) => chain.setNode('heading', { level })
const callout = (kind: string) => (chain: ChainedCommands) => chain.wrapIn('container', { name: 'callout', attributes: JSON.stringify({ kind }) })
const live = (name: string) => (chain: ChainedCommands) =>
  chain.insertContent({ type: 'container', attrs: { name, attributes: '{}' }, content: [{ type: 'paragraph' }] })

const BLOCKS: readonly Block[] = [
  { id: 'h2', icon: IconH2, hint: '##', also: 'heading section h2 title', make: heading(2) },
  { id: 'h3', icon: IconH3, hint: '###', also: 'heading h3', make: heading(3) },
  { id: 'h4', icon: IconH4, hint: '####', also: 'heading h4', make: heading(4) },
  { id: 'list', icon: IconList, hint: '-', also: 'bullets unordered', make: (chain: ChainedCommands) => chain.toggleBulletList() },
  { id: 'numbers', icon: IconListNumbers, hint: '1.', also: 'ordered numbered list', make: (chain: ChainedCommands) => chain.toggleOrderedList() },
  { id: 'checks', icon: IconListCheck, hint: '[ ]', also: 'todo task check box list', make: (chain: ChainedCommands) => chain.toggleCheckList() },
  { id: 'table', icon: IconTable, also: 'grid rows columns', make: (chain: ChainedCommands) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }) },
  { id: 'note', icon: IconInfoCircle, also: 'callout admonition info note', make: callout('note') },
  { id: 'warning', icon: IconAlertTriangle, also: 'callout admonition warning danger', make: callout('warning') },
  { id: 'quote', icon: IconBlockquote, hint: '>', also: 'blockquote citation', make: (chain: ChainedCommands) => chain.wrapIn('blockquote') },
  { id: 'code', icon: IconCode, hint: '```', also: 'pre snippet log', make: (chain: ChainedCommands) => chain.setNode('codeBlock') },
  {
    id: 'rule',
    icon: IconSeparator,
    hint: '',
    also: 'divider line hr separator',
    make: (chain: ChainedCommands) => chain.insertContent({ type: 'horizontalRule' }),
  },
  { id: 'image', icon: IconPhoto, also: 'picture screenshot upload photo', make: (chain: ChainedCommands) => chain },
  ...(
    [
      ['timeline', IconActivity],
      ['key-information', IconInfoCircle],
      ['follow-ups', IconChecklist],
      ['participants', IconUsers],
      ['metrics', IconGauge],
      ['links', IconLink],
    ] as const
  ).map(([name, icon]) => ({ id: name, icon, also: 'facts block', group: slash.facts, make: live(name) })),
].map((block) => ({ group: slash.blocks, label: slash.names[block.id] ?? words.block(block.id), ...block }))

/** `/`: every block that a text can have. `askImage` lets somebody choose a file. */
export function slashMenu(askImage: () => void): Extension {
  return suggesting<Block>({
    name: 'slashMenu',
    character: '/',
    label: slash.label,
    choices: (query) => BLOCKS.filter(({ label, also }) => `${label} ${also}`.toLowerCase().includes(query.toLowerCase())),
    run(editor, range, { id, make }) {
      make(editor.chain().focus().deleteRange(range)).run()
      if (id === 'image') askImage()
    },
  })
}
