import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import type { SchemaCheck } from './vendor-contract.ts'

/** A JSON schema as vendors write them: OpenAPI 3.0 and 3.1, Google's discovery, draft 4. */
export type VendorSchema = Readonly<Record<string, unknown>>

/** Where a file's named schemas are, by the text of a `$ref`. */
export type Definitions = (ref: string) => VendorSchema

/** Something in a vendor's file that is known to be wrong: it gives the schema that is meant, or the same again. */
export type Erratum = (schema: VendorSchema) => VendorSchema

/**
 * Checks values against a vendor's schemas. Objects are closed: a field that the vendor does not name is a fault, unless the schema says what others may be.
 * A schema that does not compile throws; each is compiled when it is first needed.
 */
export function schemaCheck(definitions: Definitions, errata: readonly Erratum[] = []): SchemaCheck {
  const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false, unevaluated: true })
  // Vendors have formats of their own (int32, byte, a sentence); the known ones are checked.
  ;(formats as unknown as { default: (ajv: Ajv2019) => void }).default(ajv)
  const compiled = new Map<VendorSchema, (value: unknown) => readonly string[]>()
  return (schema, value) => {
    let check = compiled.get(schema)
    if (check === undefined) {
      const validate = ajv.compile(closed(schema, definitions, errata))
      check = (given) =>
        validate(given)
          ? []
          : [
              ...new Set((validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`)),
            ].slice(0, 6)
      compiled.set(schema, check)
    }
    return check(value)
  }
}

interface Closing {
  readonly definitions: Definitions
  readonly errata: readonly Erratum[]
  /** Made so far, by name; a name stands here before its schema is made, so that schemas may hold themselves. */
  readonly made: Map<string, VendorSchema>
}

const EMPTY: VendorSchema = {}

/** A schema that needs nothing outside of itself: what it refers to is in `$defs`, each in the form that is closed and, for parts of a whole, one that is open. */
export function closed(schema: VendorSchema, definitions: Definitions, errata: readonly Erratum[]): VendorSchema {
  const closing: Closing = { definitions, errata, made: new Map() }
  const whole = converted(schema, closing, true)
  return { ...whole, $defs: Object.fromEntries(closing.made) }
}

const LISTS = ['oneOf', 'anyOf'] as const
const DROPPED = new Set([
  'nullable',
  'discriminator',
  'xml',
  'externalDocs',
  'example',
  'examples',
  'deprecated',
  'description',
  'title',
  'default',
  'id',
  '$schema',
  'enumDescriptions',
  'annotations',
])

function converted(given: VendorSchema, closing: Closing, close: boolean): VendorSchema {
  const schema = closing.errata.reduce((seen, erratum) => erratum(seen), given)
  const ref = schema['$ref']
  if (typeof ref === 'string') return { $ref: `#/$defs/${named(ref, closing, close)}` }
  const result: Record<string, unknown> = {}
  // A part of a whole does not know the other parts' fields, so the whole is closed and not its parts.
  const parts = 'properties' in schema || 'allOf' in schema
  for (const [key, value] of Object.entries(schema)) {
    if (DROPPED.has(key) || key.startsWith('x-')) continue
    if (key === 'allOf') result[key] = (value as VendorSchema[]).map((part) => converted(part, closing, false))
    else if (LISTS.includes(key as 'oneOf')) result[key] = (value as VendorSchema[]).map((part) => converted(part, closing, close && !parts))
    else if (key === 'properties') result[key] = mapped(value as Record<string, VendorSchema>, closing)
    else if (key === 'items')
      result[key] = Array.isArray(value) ? value.map((item: VendorSchema) => converted(item, closing, true)) : converted(value as VendorSchema, closing, true)
    else if (key === 'additionalProperties' && typeof value === 'object') result[key] = converted(value as VendorSchema, closing, true)
    else if (key === 'not') result[key] = converted(value as VendorSchema, closing, false)
    // As discovery files write a parameter, and a value of any type.
    else if ((key === 'required' && typeof value === 'boolean') || value === 'any') continue
    else result[key] = value
  }
  exclusive(result, 'Minimum')
  exclusive(result, 'Maximum')
  if (close && parts && !('additionalProperties' in schema) && !('unevaluatedProperties' in schema)) result['unevaluatedProperties'] = false
  return schema['nullable'] === true ? { anyOf: [result, { type: 'null' }] } : result
}

function mapped(properties: Readonly<Record<string, VendorSchema>>, closing: Closing): VendorSchema {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, converted(property, closing, true)]))
}

/** Drafts before 6 say `exclusiveMinimum: true` beside `minimum`. */
function exclusive(schema: Record<string, unknown>, which: 'Minimum' | 'Maximum'): void {
  const exclusiveKey = `exclusive${which}`
  const key = which.toLowerCase()
  if (typeof schema[exclusiveKey] !== 'boolean') return
  if (schema[exclusiveKey]) {
    schema[exclusiveKey] = schema[key]
    delete schema[key]
  } else delete schema[exclusiveKey]
}

function named(ref: string, closing: Closing, close: boolean): string {
  const name = `${ref.replace(/^#\/(?:components\/schemas|definitions|\$defs)\//, '').replace(/[^\w.-]/g, '_')}${close ? '' : '.open'}`
  if (!closing.made.has(name)) {
    closing.made.set(name, EMPTY)
    closing.made.set(name, converted(closing.definitions(ref), closing, close))
  }
  return name
}
