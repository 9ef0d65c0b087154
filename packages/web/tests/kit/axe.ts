import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG 2.2 AA and axe's best practice find on the page once nothing fades any more: a line each, with the element. Empty is good. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  await page.evaluate(AXE)
  const results = await page.evaluate(
    async () =>
      await (globalThis as unknown as { axe: { run(what: Document, options: unknown): Promise<AxeResults> } }).axe.run(document, {
        // Only what is wrong is looked at in detail; that is what takes the time.
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
  )
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** The same in light and then in dark, each finding with the theme; the page is in light after that. */
export async function axeInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is on its way from one to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  return found
}

interface AxeResults {
  readonly violations: readonly { id: string; help: string; nodes: readonly { target: readonly string[]; failureSummary: string }[] }[]
}
