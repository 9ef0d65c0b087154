/** Images of a text: words, address, and a title that Outline uses for the size. */
const IMAGE = /!\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)((?:\s+"[^"]*")?)\)/g

/** The text with the addresses of its images replaced; null leaves one as it is. */
export function mapImages(text: string, addressOf: (address: string) => string | null): string {
  return text.replace(IMAGE, (whole, words: string, address: string, title: string) => {
    const other = addressOf(address)
    return other === null ? whole : `![${words}](${other}${title})`
  })
}

/** The addresses of the images that a text shows. */
export const imageAddresses = (text: string): ReadonlySet<string> => new Set([...text.matchAll(IMAGE)].map(([, , address = '']) => address))

const KEY = 'file:'

/** Which attachment is which file of ours, as a page's reference keeps it: Outline's addresses do not tell. */
export function attachmentsOf(extra: Readonly<Record<string, string>> | undefined): Map<string, string> {
  return new Map(Object.entries(extra ?? {}).flatMap(([key, address]) => (key.startsWith(KEY) ? [[key.slice(KEY.length), address] as const] : [])))
}

/** The same the other way round. */
export function asExtra(attachments: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...attachments].map(([name, address]) => [`${KEY}${name}`, address]))
}
