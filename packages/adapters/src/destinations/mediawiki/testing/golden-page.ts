import { ASSETS, everyConstruct } from '../../testing/every-construct.ts'
import { FOOTER } from '../../testing/page-session.ts'
import { mediaWiki } from '../index.ts'

/** The page of the document that has every construct: on a wiki with every extension that we use, or with none. */
export function goldenPage(extensions: boolean): string {
  const config = mediaWiki.configure({
    url: 'https://wiki.example.com/w/api.php',
    token: 'sample-0123',
    prefix: 'Post-mortems/',
    category: 'Post-mortems',
    cite: extensions,
    syntaxHighlight: extensions,
  })
  const { title, text } = mediaWiki.render(
    everyConstruct(),
    { footer: FOOTER, assets: ASSETS, evidence: true, audience: 'company', mentions: { 'slack:U1': 'Chris Evans' } },
    config,
  )
  return `<!-- ${title.replaceAll('--', '- -')} -->\n${text}\n`
}
