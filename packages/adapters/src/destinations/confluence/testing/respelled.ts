/** Storage format as Confluence gives it back: with ids of its own, attributes in another order, its own entities, and the spaces that it likes. It says the same. */
export function respelled(text: string): string {
  let count = 0
  const id = (): string => `${String(++count).padStart(8, '0')}-aaaa-4bbb-8ccc-dddddddddddd`
  return text
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(
              /<ac:structured-macro ac:name="([^"]*)">/g,
              (_, name: string) => `<ac:structured-macro ac:macro-id="${id()}" ac:name="${name}" ac:schema-version="1">`,
            )
            .replace(/<ac:task>/g, () => `<ac:task>\n<ac:task-id>${++count}</ac:task-id>\n<ac:task-uuid>${id()}</ac:task-uuid>\n`)
            .replace(/<(p|table|h[1-6]|li|tr)>/g, (_, name: string) => `<${name} ac:local-id="${id()}">`)
            .replace(/(<table[^>]*)>/g, '$1 data-layout="default"><colgroup><col style="width: 99.0px;" /><col /></colgroup>')
            .replace(/<(br|hr)\/>/g, '<$1 />')
            .replace(/>[^<]+/g, (words) => words.replaceAll('&quot;', '"'))
            .replaceAll('\u00e4', '&auml;')
            .replaceAll('\u2013', '&ndash;')
            .replace(/<\/(p|h[1-6]|table|ul|ol)>/g, '</$1>\n'),
    )
    .join('')
}
