/** A language of code as Notion knows it; `plain text` for those that it does not know. */
export function codeLanguage(name: string): string {
  const known = name.trim().toLowerCase()
  if (LANGUAGES.has(known)) return known
  return ALIASES[known] ?? PLAIN
}

/** What Notion calls code of no language. */
export const PLAIN = 'plain text'

const LANGUAGES: ReadonlySet<string> = new Set(
  `abap|abc|agda|arduino|ascii art|assembly|bash|basic|bnf|c|c#|c++|clojure|coffeescript|coq|css|dart|dhall|diff|docker|ebnf|elixir|elm|erlang|f#|flow|fortran|gherkin|glsl|go|graphql|groovy|haskell|hcl|html|idris|java|javascript|json|julia|kotlin|latex|less|lisp|livescript|llvm ir|lua|makefile|markdown|markup|matlab|mathematica|mermaid|nix|notion formula|objective-c|ocaml|pascal|perl|php|powershell|prolog|protobuf|purescript|python|r|racket|reason|ruby|rust|sass|scala|scheme|scss|shell|smalltalk|solidity|sql|swift|toml|typescript|vb.net|verilog|vhdl|visual basic|webassembly|xml|yaml|java/c/c++/c#`.split(
    '|',
  ),
)

const ALIASES: Readonly<Record<string, string>> = {
  js: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'shell',
  zsh: 'shell',
  console: 'shell',
  yml: 'yaml',
  md: 'markdown',
  golang: 'go',
  cpp: 'c++',
  cs: 'c#',
  csharp: 'c#',
  fs: 'f#',
  kt: 'kotlin',
  tf: 'hcl',
  terraform: 'hcl',
  dockerfile: 'docker',
  make: 'makefile',
  ps1: 'powershell',
  pl: 'perl',
  hs: 'haskell',
  ex: 'elixir',
  erl: 'erlang',
  clj: 'clojure',
  objc: 'objective-c',
  tex: 'latex',
  proto: 'protobuf',
  wasm: 'webassembly',
  svg: 'xml',
}
