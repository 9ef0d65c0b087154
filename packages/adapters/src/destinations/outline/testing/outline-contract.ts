import { Ajv, type ValidateFunction } from 'ajv'
import { readFileSync } from 'node:fs'
import type { WorldRequest } from '@blamefree/core'
import { testData } from '../../../../../../tools/test-data.ts'

/** Holds requests against Outline's own OpenAPI file; null where that is not beside this checkout. */
export function outlineContract(): { check(request: WorldRequest): readonly string[] } | null {
  const file = testData('specs/vendor/outline.json')
  if (file === null) return null
  const api = JSON.parse(readFileSync(file, 'utf8')) as Api
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'outline', components: api.components })
  const known = new Map<string, ValidateFunction>()
  return {
    check(request) {
      const path = new URL(request.url).pathname.replace('/api', '')
      if (new URL(request.url).pathname === '/api/files.create' || !new URL(request.url).pathname.startsWith('/api/')) return []
      const operation = api.paths[path]?.post
      if (operation === undefined || request.method !== 'POST') return [`Outline has no ${request.method} ${path}.`]
      const body = JSON.parse(typeof request.body === 'string' ? request.body : '{}') as Record<string, unknown>
      const schema = operation.requestBody?.content['application/json']?.schema
      if (schema === undefined) return Object.keys(body).length === 0 ? [] : [`${path} takes nothing.`]
      const validate = known.get(path) ?? ajv.compile(closed(schema))
      known.set(path, validate)
      return validate(body)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`)
    },
  }
}

interface Api {
  readonly components: unknown
  readonly paths: Readonly<
    Record<string, { readonly post?: { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> } } }>
  >
}

/** The schema with references into the file, and closed where it is an object of its own: a field that is misspelt is none of it. */
function closed(schema: object): object {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"outline#/components')
  const copy = JSON.parse(text) as { type?: string; properties?: object }
  return copy.type === 'object' && copy.properties !== undefined ? { ...copy, additionalProperties: false } : copy
}
