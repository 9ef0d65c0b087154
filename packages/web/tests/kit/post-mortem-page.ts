import type { Locator, Page } from 'playwright-core'
import type { WebHouse } from './web-house.ts'

/** A new post-mortem of the example incident. Gives its id. */
export async function newPostMortem(house: WebHouse): Promise<string> {
  const { items } = await house.ask('GET', '/v1/incidents')
  const { id } = await house.ask('POST', `/v1/incidents/${items[0].id}/post-mortems`, {})
  return String(id)
}

/** Opens a post-mortem and waits until everything is saved. Gives its text: to write in, or to read. */
export async function openPostMortem(page: Page, id: string): Promise<Locator> {
  await page.goto(`/post-mortems/${id}`)
  const text = page.getByLabel('The post-mortem’s text')
  await text.waitFor({ timeout: 60_000 })
  await saved(page)
  return text
}

/** Resolves when the page says that all is saved. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[role=status][data-kind=saved]').waitFor({ timeout: 60_000 })
}

/** What a page shows of the text, without the carets of others, once it has the words; what it shows in the end when half a minute does not bring them. */
export async function shownWith(text: Locator, words: readonly string[]): Promise<string> {
  let shown = ''
  for (let tries = 0; tries < 120; tries++) {
    shown = await text.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.caret')) caret.remove()
      return copy.textContent
    })
    if (words.every((word) => shown.includes(word))) break
    await new Promise((go) => setTimeout(go, 250))
  }
  return shown
}

/** Puts the caret into an empty paragraph at the end of the text. */
export async function writeAtTheEnd(page: Page, text: Locator): Promise<void> {
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

/** Pastes into what has the focus. `image`: a PNG in base64. */
export async function paste(page: Page, given: { html?: string; text?: string; image?: string }): Promise<void> {
  await page.evaluate(({ html, text, image }) => {
    const data = new DataTransfer()
    if (html !== undefined) data.setData('text/html', html)
    if (text !== undefined) data.setData('text/plain', text)
    if (image !== undefined)
      data.items.add(new File([Uint8Array.from(atob(image), (letter) => letter.codePointAt(0) ?? 0)], 'a graph.png', { type: 'image/png' }))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, given)
}
