import fc from 'fast-check'
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'

const WORDS = [
  'a',
  'word',
  ' ',
  '  ',
  'two words',
  '1.',
  '1. ',
  '# ',
  '- ',
  '+',
  '> ',
  '|',
  '||',
  '`',
  '``',
  '*',
  '**',
  '_',
  '__',
  'a_b',
  '~',
  '~~',
  '[',
  ']',
  '](',
  '[x](y)',
  '[^1]',
  '!',
  '![',
  '<',
  '<b>',
  '<!--',
  '&amp;',
  '&',
  '\\',
  '\\\\',
  ':',
  '::',
  ':::timeline',
  ':person',
  ':person[x]{id=1}',
  ':time{',
  '{',
  '}',
  '{{ x }}',
  'http://a.example',
  'www.a.example',
  'a@b.example',
  '09:02:00Z',
  '16:9',
  '=',
  '---',
  '***',
  '===',
  ':-',
  '.',
  ')',
  '2)',
  '\t',
  '\n',
  '\u00a0',
  '漢字',
  'مرحبا',
  '👩‍👩‍👧',
  '\u200f',
  'é',
  '$',
  '"',
  "'",
  '[ ] ',
  '#',
  'x #',
  '\u2028',
  '\u0007',
  '\ud800',
]
export const anyText: fc.Arbitrary<string> = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))

const url = fc.constantFrom(
  'https://a.example/x',
  'http://a.example/(y)?a=1&copy=2',
  'mailto:a@b.example',
  'javascript:x',
  'https://a.example/a b|c"d\\e',
  'pic.png',
  '',
)
const title = fc.option(anyText, { nil: null })
const attributes = fc.dictionary(
  fc.constantFrom('id', 'role', 'at', 'kind', 'events', '__proto__', 'bad name'),
  fc.oneof(anyText, fc.constantFrom('slack:C1:1.2', '')),
  { maxKeys: 2 },
)

const inline = fc.letrec<{ node: PhrasingContent; list: PhrasingContent[] }>((tie) => ({
  list: fc.array(tie('node'), { minLength: 0, maxLength: 3 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: anyText.map((value): PhrasingContent => ({ type: 'text', value })) },
    { weight: 1, arbitrary: anyText.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
    { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
    { weight: 1, arbitrary: anyText.map((value): PhrasingContent => ({ type: 'html', value })) },
    { weight: 1, arbitrary: fc.constantFrom('1', '2', 'x y').map((identifier): PhrasingContent => ({ type: 'footnoteReference', identifier })) },
    { weight: 1, arbitrary: fc.tuple(url, title, anyText).map(([url, title, alt]): PhrasingContent => ({ type: 'image', url, title, alt })) },
    { weight: 2, arbitrary: tie('list').map((children): PhrasingContent => ({ type: 'strong', children })) },
    { weight: 2, arbitrary: tie('list').map((children): PhrasingContent => ({ type: 'emphasis', children })) },
    { weight: 1, arbitrary: tie('list').map((children): PhrasingContent => ({ type: 'delete', children })) },
    { weight: 1, arbitrary: fc.tuple(url, title, tie('list')).map(([url, title, children]): PhrasingContent => ({ type: 'link', url, title, children })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('person', 'time', 'event', 'nobody'), attributes, tie('list'))
        .map(([name, attributes, children]): PhrasingContent => ({ type: 'textDirective', name, attributes, children })),
    },
  ),
}))

const cell = inline.list.map((children) => ({ type: 'tableCell' as const, children }))
const table = fc
  .tuple(
    fc.array(fc.constantFrom('left' as const, 'right' as const, 'center' as const, null), { maxLength: 3 }),
    fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
  )
  .map(([align, rows]): BlockContent => ({ type: 'table', align, children: rows.map((children) => ({ type: 'tableRow' as const, children })) }))

const block = fc.letrec<{ node: RootContent; list: RootContent[] }>((tie) => ({
  list: fc.array(tie('node'), { minLength: 0, maxLength: 3 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: inline.list.map((children): RootContent => ({ type: 'paragraph', children })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(1 as const, 2 as const, 6 as const), inline.list)
        .map(([depth, children]): RootContent => ({ type: 'heading', depth, children })),
    },
    { weight: 1, arbitrary: fc.constant<RootContent>({ type: 'thematicBreak' }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('js', '', 'a b', '```', null), anyText).map(([lang, value]): RootContent => ({ type: 'code', lang, value })),
    },
    { weight: 1, arbitrary: anyText.map((value): RootContent => ({ type: 'html', value })) },
    { weight: 2, arbitrary: table },
    { weight: 2, arbitrary: tie('list').map((children) => ({ type: 'blockquote', children }) as RootContent) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.boolean(),
          fc.constantFrom(0, 1, 7, 999_999_999),
          fc.boolean(),
          fc.array(fc.tuple(fc.constantFrom(null, true, false), tie('list')), { maxLength: 3 }),
        )
        .map(
          ([ordered, start, spread, items]) =>
            ({
              type: 'list',
              ordered,
              start,
              spread,
              children: items.map(([checked, children]) => ({ type: 'listItem', spread, checked, children })),
            }) as RootContent,
        ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('callout', 'timeline', 'guidance', 'nothing'), attributes, fc.boolean(), inline.list, tie('list')).map(
        ([name, attributes, labelled, label, children]) =>
          ({
            type: 'containerDirective',
            name,
            attributes,
            children: [...(labelled ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }] : []), ...children],
          }) as RootContent,
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('1', '2', 'x y'), tie('list'))
        .map(([identifier, children]) => ({ type: 'footnoteDefinition', identifier, children }) as RootContent),
    },
  ),
}))

/** Any mdast tree within reason, allowed or not: every construct, hostile words, impossible marks. */
export const anyTree: fc.Arbitrary<Root> = block.list.map((children) => ({ type: 'root', children }))
