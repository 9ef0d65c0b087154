import { readFileSync } from 'node:fs'
import { isRecord, recordAt, textAt, type JsonRecord, type WorldRequest } from '@blamefree/core'
import { partsOf } from './fake-drive.ts'

/** Reads Google's description of Drive, and gives a check: what of a request it does not know. Requests to other hosts are not looked at. */
export function discoveryFaults(file: string): (request: WorldRequest) => Promise<string[]> {
  const api: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const methods = Object.values(recordAt(api, 'resources')).flatMap((resource) => Object.values(recordAt(resource, 'methods')).filter(isRecord))
  const everywhere = Object.keys(recordAt(api, 'parameters'))
  return async (request) => {
    const url = new URL(request.url)
    // The address for the pieces of an upload is Google's own to say.
    if (url.host !== 'www.googleapis.com' || url.searchParams.has('upload_id')) return []
    const upload = url.pathname.startsWith('/upload/')
    const path = url.pathname.replace(/^(?:\/upload)?\/drive\/v3\//, '')
    const method = methods.find((one) => textAt(one, 'httpMethod') === request.method && matches(textAt(one, 'path') ?? '', path))
    if (method === undefined) return [`There is no ${request.method} ${path}.`]
    const faults: string[] = []
    const known = new Set([...everywhere, ...Object.keys(recordAt(method, 'parameters')), ...(upload ? ['uploadType'] : [])])
    for (const name of url.searchParams.keys()) if (!known.has(name)) faults.push(`${textAt(method, 'id')} has no parameter ${name}.`)
    for (const [name, parameter] of Object.entries(recordAt(method, 'parameters')))
      if (recordAt(parameter)['required'] === true && textAt(parameter, 'location') === 'query' && !url.searchParams.has(name))
        faults.push(`${textAt(method, 'id')} wants ${name}.`)
    const resumable = url.searchParams.get('uploadType') === 'resumable'
    if (upload && recordAt(method, 'mediaUpload', 'protocols', resumable ? 'resumable' : 'simple')['multipart'] !== true)
      faults.push(`${textAt(method, 'id')} takes no upload in ${resumable ? 'pieces' : 'parts'}.`)
    const body: unknown = upload && !resumable ? (await partsOf(request))[0] : typeof request.body === 'string' ? JSON.parse(request.body) : null
    return body === null
      ? faults
      : [...faults, ...bodyFaults(body, recordAt(api, 'schemas', textAt(method, 'request', '$ref') ?? ''), recordAt(api, 'schemas'))]
  }
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path)
}

function bodyFaults(body: unknown, schema: JsonRecord, schemas: JsonRecord): string[] {
  return Object.entries(recordAt(body)).flatMap(([name, value]) => {
    const property = recordAt(schema, 'properties', name)
    const type = textAt(property, 'type')
    if (type === null) return [`${textAt(schema, 'id')} has no ${name}.`]
    const fits = type === 'array' ? Array.isArray(value) : type === 'object' ? isRecord(value) : typeof value === type
    return fits && schemas[textAt(schema, 'id') ?? ''] !== undefined ? [] : [`${name} is not ${type}.`]
  })
}
