/** The page's own look: paper and night, wide, phone and print. A company's CSS comes after it and may set the same properties. */
export const STYLE: string = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #57606a; --line: #d5dae0; --shade: #f5f7f9; --link: #0b57a4;
  --note: #0b57a4; --tip: #1a6b35; --warning: #8a5300; --danger: #b3261e;
  --text: 'IBM Plex Sans', -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  --mono: 'IBM Plex Mono', ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e3e7ec; --soft: #a3adb9; --line: #343c46; --shade: #1d232a; --link: #8fbcff;
    --note: #8fbcff; --tip: #7fd39a; --warning: #f0b35e; --danger: #ff9c94;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--text); overflow-wrap: anywhere; }
.page { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 1rem; }
footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem 2rem; color: var(--soft); font-size: .875rem; }
footer p { border-top: 1px solid var(--line); padding-top: .75rem; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); color: var(--link); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; margin: 2em 0 .5em; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -.015em; margin: 0 0 1.5rem; }
main > :first-child { margin-top: 0; }
h2 { font-size: 1.375rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin-top: 1.5em; }
h4, h5, h6 { font-size: 1rem; margin-top: 1.5em; }
p, ul, ol, pre, blockquote, .wide, .callout, .evidence, .guidance { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.5rem; }
li > ul, li > ol { margin-bottom: 0; }
li { margin: .2rem 0; }
.line { display: block; }
.task { list-style: none; position: relative; }
.box { position: absolute; inset-inline-start: -1.45rem; top: .3em; width: 1em; height: 1em; border: 1.5px solid var(--soft); border-radius: 3px; }
.done { background: var(--tip); border-color: var(--tip); }
.done::after { content: ''; position: absolute; left: .26em; top: .04em; width: .28em; height: .56em; border: solid var(--paper); border-width: 0 2px 2px 0; transform: rotate(42deg); }
code { font: .9em/1.5 var(--mono); background: var(--shade); padding: .1em .3em; border-radius: 4px; }
pre { background: var(--shade); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; overflow-wrap: normal; tab-size: 4; }
pre code { background: none; padding: 0; font-size: .875rem; }
img { max-width: 100%; height: auto; border-radius: 4px; }
.image::before { content: '\\25A3\\00A0'; color: var(--soft); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.5; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .45rem .75rem; border-bottom: 1px solid var(--line); min-width: 5rem; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { font-weight: 600; overflow-wrap: break-word; word-break: keep-all; border-bottom: 2px solid var(--line); }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.timeline td:first-child, .timeline th:first-child { width: 1%; white-space: nowrap; padding-inline-end: 1.25rem; }
.timeline td:first-child { color: var(--soft); }
.callout, .evidence, .guidance { border-inline-start: 4px solid var(--tone, var(--soft)); background: var(--shade); border-radius: 0 6px 6px 0; padding: .75rem 1rem; }
.callout > :last-child, .evidence > :last-child, .guidance > :last-child, blockquote > :last-child { margin-bottom: 0; }
.title { font-weight: 600; margin-bottom: .25rem; color: var(--tone, var(--soft)); }
.note { --tone: var(--note); } .tip { --tone: var(--tip); } .warning { --tone: var(--warning); } .danger { --tone: var(--danger); }
.evidence, .guidance { font-size: .9375rem; border-inline-start-style: dashed; }
.note-mark { line-height: 0; font-size: .75em; } .note-mark a { text-decoration: none; padding: 0 .15em; }
.notes { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .875rem; color: var(--soft); }
.notes p { margin: 0 0 .25rem; } .back { text-decoration: none; }
nav { font-size: .875rem; margin-bottom: 2rem; padding: .75rem 1rem; background: var(--shade); border-radius: 6px; }
nav ul { list-style: none; margin: 0; padding: 0; } nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
nav .l3 { padding-inline-start: 1rem; color: var(--soft); }
@media (min-width: 72rem) {
  .page { max-width: 66rem; display: grid; grid-template-columns: minmax(0, 46rem) 15rem; column-gap: 3.5rem; padding-top: 4rem; }
  .page > header { grid-column: 1; } .page > main { grid-column: 1; grid-row: 2; }
  .page > nav { grid-column: 2; grid-row: 1 / 3; position: sticky; top: 4rem; align-self: start; max-height: calc(100vh - 6rem); overflow-y: auto; background: none; padding: 0; }
  footer { max-width: 66rem; }
}
@media (max-width: 34rem) {
  .page { padding-top: 1.5rem; } h1 { font-size: 1.625rem; }
  th, td { padding: .4rem .5rem; min-width: 4rem; }
  .timeline td:first-child, .timeline th:first-child { white-space: normal; min-width: 7rem; padding-inline-end: .75rem; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --soft: #454c54; --line: #b8bfc7; --shade: #f5f7f9; --link: #0b3d75; --note: #0b57a4; --tip: #1a6b35; --warning: #8a5300; --danger: #b3261e; color-scheme: light; }
  * { print-color-adjust: exact; }
  html { font-size: 10pt; } .page, footer { max-width: none; display: block; padding: 0; }
  nav, .skip, .back { display: none; }
  h1, h2, h3, h4, h5, h6, .title { break-after: avoid; } p, li { orphans: 3; widows: 3; }
  tr, img, .callout { break-inside: avoid; } thead { display: table-header-group; } .wide, pre { overflow: visible; } pre { white-space: pre-wrap; }
}
@page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; } }
`
