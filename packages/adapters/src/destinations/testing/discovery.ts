import { vendorContract, type VendorContract, type VendorOperation, type VendorParameter } from './vendor-contract.ts'
import { schemaCheck, type VendorSchema } from './vendor-schema.ts'

interface Method {
  readonly id: string
  readonly path: string
  readonly httpMethod: string
  readonly deprecated?: boolean
  readonly parameters?: Readonly<Record<string, VendorSchema>>
  readonly request?: { readonly $ref: string }
  readonly mediaUpload?: { readonly protocols: Readonly<Record<'simple' | 'resumable', { readonly path: string } | undefined>> }
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>
  readonly resources?: Readonly<Record<string, Resource>>
}

/** The contract in one of Google's discovery files. An upload in several parts is held against its address and query only; its first part is the request's own schema. */
export function discoveryContract(file: unknown): VendorContract {
  const {
    rootUrl,
    servicePath,
    schemas,
    parameters = {},
    ...root
  } = file as Resource & {
    readonly rootUrl: string
    readonly servicePath: string
    readonly schemas: Readonly<Record<string, VendorSchema>>
    readonly parameters?: Readonly<Record<string, VendorSchema>>
  }
  const methods = (resource: Resource): Method[] => [...Object.values(resource.methods ?? {}), ...Object.values(resource.resources ?? {}).flatMap(methods)]
  const service = servicePath === '' ? '' : `/${servicePath.replace(/\/$/, '')}`
  const operations = methods(root).flatMap((method) => {
    const plain = operationOf(method, `${service}/${method.path}`, parameters)
    const upload = method.mediaUpload?.protocols
    const files = [upload?.simple, upload?.resumable].flatMap((protocol) =>
      protocol === undefined ? [] : [{ ...plain, path: protocol.path, query: [...plain.query, UPLOAD_TYPE], bodies: { '*/*': null }, bodyRequired: false }],
    )
    return [plain, ...files]
  })
  const at = (ref: string): VendorSchema => {
    const found = schemas[ref]
    if (found === undefined) throw new Error(`${ref} is no schema of the file.`)
    return found
  }
  return vendorContract(rootUrl, operations, schemaCheck(at))
}

const UPLOAD_TYPE: VendorParameter = { name: 'uploadType', required: true, schema: { type: 'string', enum: ['media', 'multipart', 'resumable'] }, list: false }

function operationOf(method: Method, path: string, everywhere: Readonly<Record<string, VendorSchema>>): VendorOperation {
  const parameters = Object.entries({ ...everywhere, ...method.parameters })
  const of = (place: string): VendorParameter[] =>
    parameters
      .filter(([, schema]) => schema['location'] === place && schema['deprecated'] !== true)
      .map(([name, { required, repeated, ...schema }]) => ({
        name,
        required: required === true,
        schema: repeated === true ? { type: 'array', items: bounded(schema) } : bounded(schema),
        list: repeated === true,
      }))
  return {
    id: method.id,
    method: method.httpMethod,
    path,
    deprecated: method.deprecated === true,
    query: of('query'),
    headers: [],
    pathParameters: of('path'),
    bodies: method.request === undefined ? {} : { 'application/json': { $ref: method.request.$ref } },
    bodyRequired: method.request !== undefined,
  }
}

/** Google writes the bounds of numbers in quotes. */
const bounded = (schema: VendorSchema): VendorSchema =>
  Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, name === 'minimum' || name === 'maximum' ? Number(value) : value]))
