import { vendorContract, type VendorContract, type VendorOperation, type VendorParameter } from './vendor-contract.ts'
import { schemaCheck, type Erratum, type VendorSchema } from './vendor-schema.ts'

type Json = Readonly<Record<string, unknown>>

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const
/** Every request has these, and vendors describe them elsewhere. */
const OWN_HEADERS = new Set(['authorization', 'content-type', 'accept'])

/** The contract in an OpenAPI 3 file, for requests below `base`. Throws when a reference in it leads nowhere. */
export function openApiContract(file: unknown, base: string, errata: readonly Erratum[] = []): VendorContract {
  const at = (ref: string): VendorSchema => {
    const found = ref
      .slice(2)
      .split('/')
      .reduce<unknown>((here, step) => (here as Json | undefined)?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')], file)
    if (typeof found !== 'object' || found === null) throw new Error(`${ref} leads nowhere.`)
    return found as VendorSchema
  }
  const follow = (value: unknown): Json => {
    const ref = (value as Json)['$ref']
    return typeof ref === 'string' ? follow(at(ref)) : (value as Json)
  }
  const operations = Object.entries((file as { paths: Record<string, Json> }).paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (method in item ? [operationOf(path, method, item, follow)] : [])),
  )
  return vendorContract(base, operations, schemaCheck(at, errata))
}

function operationOf(path: string, method: string, item: Json, follow: (value: unknown) => Json): VendorOperation {
  const operation = item[method] as Json
  const parameters = new Map<string, Json>()
  for (const given of [...((item['parameters'] as unknown[] | undefined) ?? []), ...((operation['parameters'] as unknown[] | undefined) ?? [])]) {
    const parameter = follow(given)
    parameters.set(`${String(parameter['in'])} ${String(parameter['name'])}`, parameter)
  }
  const of = (place: string): VendorParameter[] =>
    [...parameters.values()].filter((parameter) => parameter['in'] === place).map((parameter) => parameterOf(parameter, follow))
  const body = operation['requestBody'] === undefined ? null : follow(operation['requestBody'])
  const content = (body?.['content'] ?? {}) as Readonly<Record<string, Json>>
  return {
    id: typeof operation['operationId'] === 'string' ? operation['operationId'] : `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    deprecated: operation['deprecated'] === true,
    query: of('query'),
    headers: of('header').filter(({ name }) => !OWN_HEADERS.has(name.toLowerCase())),
    pathParameters: of('path'),
    bodies: Object.fromEntries(
      Object.entries(content).map(([type, { schema }]) => {
        const kind = type.split(';')[0]?.trim().toLowerCase() ?? type
        return [kind, /\bjson$/.test(kind) ? ((schema ?? {}) as VendorSchema) : null]
      }),
    ),
    bodyRequired: body?.['required'] === true,
  }
}

function parameterOf(parameter: Json, follow: (value: unknown) => Json): VendorParameter {
  const schema = (parameter['schema'] ?? {}) as VendorSchema
  const whole = follow(schema)
  const items = whole['items'] === undefined ? {} : { items: follow(whole['items']) }
  return { name: String(parameter['name']), required: parameter['required'] === true, schema: { ...whole, ...items }, list: whole['type'] === 'array' }
}
