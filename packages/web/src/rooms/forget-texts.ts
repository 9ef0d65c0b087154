const PREFIX = 'blamefree-text-'

/** The name under which a browser keeps a text for a member. */
export const textsName = (member: string, text: string): string => `${PREFIX}${member}-${text}`

/** Removes every text that this browser keeps: when somebody signs out, nobody after them finds any. */
export async function forgetTexts(): Promise<void> {
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name?.startsWith(PREFIX) === true) indexedDB.deleteDatabase(name)
}
