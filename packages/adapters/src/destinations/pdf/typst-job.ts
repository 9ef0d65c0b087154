/** What the process that runs Typst is asked to set. */
export interface TypstJob {
  /** The page as JSON. */
  readonly page: string
  /** Read by the Typst files as `image-0`, `image-1` … */
  readonly images: readonly Uint8Array[]
  /** A company's own .typ; null for ours. */
  readonly company: string | null
}

/** Something Typst says about a .typ file. Line and column are 1-based; null where it does not say. */
export interface TypstComplaint {
  /** The file, `company.typ`. */
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly message: string
}

/** What comes back. */
export type TypstReply =
  | TypesetPdf
  | { readonly kind: 'refused'; readonly complaints: readonly TypstComplaint[] }
  /** The binding cannot be loaded here. */
  | { readonly kind: 'no-binding'; readonly reason: string }

/** A PDF that was made, and what there is to say about it. Where `missing` or `breaches` hold something it is tagged, but does not claim PDF/UA. */
export interface TypesetPdf {
  readonly kind: 'pdf'
  readonly bytes: Uint8Array
  /** The characters that no font here has, each once. */
  readonly missing: readonly string[]
  /** What else keeps it from PDF/UA, in Typst's words: only a company's own .typ can cause that. */
  readonly breaches: readonly string[]
  /** Images that cannot be decoded, by number. */
  readonly damaged: readonly number[]
}

/** What the process says once, when it has loaded what it needs. */
export const READY = 'ready'
