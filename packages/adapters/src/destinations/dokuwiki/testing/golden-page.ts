import { ASSETS, everyConstruct } from '../../testing/every-construct.ts'
import { FOOTER } from '../../testing/page-session.ts'
import { dokuWiki } from '../index.ts'
import { withMarker } from '../marker.ts'
import { withTitle } from '../title.ts'

/** The page of the document that has every construct. */
export function goldenPage(): string {
  const config = dokuWiki.configure({ url: 'https://wiki.example.com', token: 'sample-0123', namespace: 'incidents' })
  const options = { footer: FOOTER, assets: ASSETS, evidence: true, audience: 'company', mentions: { 'slack:U1': 'chris' } }
  const { title, text } = dokuWiki.render(everyConstruct(), options, config)
  return `${withTitle({ title, text: withMarker(text, 'blamefree-7f3a') }, '')}\n`
}
