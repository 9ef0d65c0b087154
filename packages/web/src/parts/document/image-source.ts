/** Where the browser finds an image of a document: those of the incident have an address of their own; others are not fetched. Null for what is shown by its description. */
export function imageSource(src: string, incident: string): string | null {
  const id = /^images\/([\da-f-]{36})$/.exec(src)?.[1]
  return id === undefined ? null : `/v1/incidents/${incident}/images/${id}`
}
