import { ASSETS, everyConstruct } from '../../testing/every-construct.ts'
import { FOOTER } from '../../testing/page-session.ts'
import { confluence } from '../index.ts'
import { splitStorage } from '../split.ts'

/** The page of the document that has every construct, a piece a line, so that a difference can be read. */
export function goldenPage(): string {
  const config = confluence.configure({ edition: 'cloud', url: 'https://acme.atlassian.net/wiki', email: 'bot@example.com', token: 'x', space: 'OPS' })
  const { title, text } = confluence.render(
    everyConstruct(),
    { footer: FOOTER, assets: ASSETS, evidence: true, audience: 'company', mentions: { 'slack:U1': '5b10ac' } },
    config,
  )
  return `<!-- ${title.replaceAll('--', '- -')} -->\n${splitStorage(text)
    .map((block) => block.text)
    .join('\n')}\n`
}
