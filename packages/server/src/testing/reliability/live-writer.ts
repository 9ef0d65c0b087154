import { typist } from '../typist.ts'

/** A text that is typed into, and the words in it that the server has acknowledged. */
export interface TypedText {
  readonly postMortem: string
  readonly words: string[]
}

/** The paragraph that everything is typed into: it has to begin so. */
export const PARAGRAPH = 'Everything:'

/** Types word after word into the open text until told to stop, each after the one before has been acknowledged. What is not acknowledged by then is forgotten, as by an editor that is closed. */
export async function typeInto(
  { port, token, typed }: { readonly port: number; readonly token: string; readonly typed: TypedText },
  goOn: () => boolean,
): Promise<void> {
  const one = typist({ port, postMortem: typed.postMortem, token })
  const until = async (holds: () => boolean): Promise<boolean> => {
    while (!holds() && goOn()) await new Promise((resume) => setTimeout(resume, 5))
    return holds()
  }
  try {
    if (!(await until(() => one.provider.isSynced))) return
    while (goOn()) {
      const word = ` w${process.hrtime.bigint()}`
      one.type(PARAGRAPH, word)
      if (await until(() => one.provider.isSynced && one.provider.unsyncedChanges === 0)) typed.words.push(word)
      await new Promise((resume) => setTimeout(resume, 20))
    }
  } finally {
    one.leave()
  }
}

/** The acknowledged words that the text does not have for whoever opens it now, each as a sentence. */
export async function untyped({ port, token, typed }: { readonly port: number; readonly token: string; readonly typed: TypedText }): Promise<string[]> {
  const one = typist({ port, postMortem: typed.postMortem, token })
  try {
    for (let waited = 0; !one.provider.isSynced; waited += 20) {
      if (waited > 60_000) return [`the text ${typed.postMortem}: it does not open${one.refused.map((why) => `, ${why}`).join('')}`]
      await new Promise((resume) => setTimeout(resume, 20))
    }
    const there = new Set(one.markdown().split(/\s+/))
    return typed.words.filter((word) => !there.has(word.trim())).map((word) => `the edit${word}`)
  } finally {
    one.leave()
  }
}
