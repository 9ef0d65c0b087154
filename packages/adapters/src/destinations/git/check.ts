import { BlamefreeError, flagAt, replyJson, textAt, type PlaceAudience, type PlaceCheck, type World } from '@blamefree/core'
import type { GitConfig } from './git-config.ts'
import { repositoryName, webAddressOf } from './host.ts'
import { withRepository } from './repository.ts'
import { ask, requestOf } from './review-request.ts'

/** Tries what publishing needs, without changing anything: reading, the right to push, requests, and who can see the repository. */
export async function checkPlace(config: GitConfig, world: World): Promise<PlaceCheck> {
  const findings: { ok: boolean; sentence: string }[] = []
  const attempt = async (work: () => Promise<string>): Promise<boolean> => {
    try {
      findings.push({ ok: true, sentence: await work() })
      return true
    } catch (error) {
      if (!(error instanceof BlamefreeError)) throw error
      findings.push({ ok: false, sentence: `${error.message} ${error.hint}` })
      return false
    }
  }
  const address = webAddressOf(config.url)
  const reads = await attempt(() =>
    withRepository(config, world, async (repository) =>
      (await repository.newest(config.branch)) === null
        ? `The repository can be read; it has no branch ${config.branch} yet, which the first publishing makes.`
        : `Branch ${config.branch} can be read.`,
    ),
  )
  if (reads) {
    await attempt(() =>
      withRepository(config, world, async (repository) => {
        await repository.tryPush()
        return 'The repository lets us push.'
      }),
    )
    if (config.review)
      await attempt(async () => {
        await requestOf('blamefree/try', config, world)
        return `${config.host === 'gitlab' ? 'Merge' : 'Pull'} requests can be read.`
      })
  }
  const works = findings.every(({ ok }) => ok)
  return { works, findings, where: reads ? `${address}, branch ${config.branch}` : null, audience: reads ? await audienceOf(config, world) : UNKNOWN }
}

const UNKNOWN: PlaceAudience = { level: 'unknown', sentence: 'Who can see this repository is not known: git does not tell.' }
const PUBLIC: PlaceAudience = { level: 'public', sentence: 'Everybody can see this repository.' }

async function audienceOf(config: GitConfig, world: World): Promise<PlaceAudience> {
  try {
    if ((config.host === 'github' || config.host === 'gitlab') && config.token !== null) {
      const name = repositoryName(config.url)
      const value = replyJson(
        await ask({ method: 'GET', path: config.host === 'gitlab' ? `/projects/${encodeURIComponent(name)}` : `/repos/${name}` }, config, world),
      )
      const visibility = textAt(value, 'visibility') ?? (flagAt(value, 'private') === true ? 'private' : null)
      if (visibility === 'public') return PUBLIC
      if (visibility === 'internal') return { level: 'company', sentence: 'Everybody who is signed in there can see this repository.' }
      if (visibility === 'private') return { level: 'people', sentence: 'Only people who were given access can see this repository.' }
    }
    const { protocol } = new URL(config.url)
    if (protocol === 'ssh:') return UNKNOWN
    const url = `${config.url.replace(/\/$/, '')}/info/refs?service=git-upload-pack`
    return (await world.send({ method: 'GET', url })).status === 200 ? PUBLIC : UNKNOWN
  } catch (error) {
    if (error instanceof BlamefreeError) return UNKNOWN
    throw error
  }
}
