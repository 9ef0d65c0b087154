import { cdata, escapeXml } from './escape-xml.ts'

/** A macro with rich content. `parameters` of null are left out. */
export function richMacro(name: string, parameters: Readonly<Record<string, string | null>>, body: string): string {
  return `<ac:structured-macro ac:name="${name}">${parametersXml(parameters)}<ac:rich-text-body>${body}</ac:rich-text-body></ac:structured-macro>`
}

/** A macro with plain text in it: code. */
export function plainMacro(name: string, parameters: Readonly<Record<string, string | null>>, text: string): string {
  return `<ac:structured-macro ac:name="${name}">${parametersXml(parameters)}<ac:plain-text-body>${cdata(text)}</ac:plain-text-body></ac:structured-macro>`
}

/** A macro without content: an anchor. */
export function emptyMacro(name: string, parameters: Readonly<Record<string, string | null>>): string {
  return `<ac:structured-macro ac:name="${name}">${parametersXml(parameters)}</ac:structured-macro>`
}

function parametersXml(parameters: Readonly<Record<string, string | null>>): string {
  let xml = ''
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) xml += `<ac:parameter ac:name="${escapeXml(name)}">${escapeXml(value)}</ac:parameter>`
  return xml
}
