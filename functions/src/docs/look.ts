/** The page's look: paper, ink, one green. Its colours hold 4.5 : 1 on their grounds, in the light and in the dark. */
export const look = `
:root { color-scheme: light dark;
  --paper: #fbfaf7; --surface: #fff; --ink: #1e2422; --quiet: #55605b; --line: #e6e3dc;
  --green: #0f6b57; --weak: #ddefe9; --warm: #b9471a; --warm-weak: #fbe9e0 }
@media (prefers-color-scheme: dark) { :root {
  --paper: #151a18; --surface: #1d2321; --ink: #ecebe6; --quiet: #a7b1ac; --line: #333b38;
  --green: #7fcdb6; --weak: #1c3a32; --warm: #f0a27f; --warm-weak: #43261a } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 16px; -webkit-text-size-adjust: 100% }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 17px/1.5 -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif }
code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, monospace }
a { color: var(--green); text-underline-offset: 3px }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; border-radius: 4px }
p { margin: 0 0 8px }
header { display: flex; gap: 16px; align-items: center; padding: 24px 20px 16px }
header svg { flex: none; fill: none; stroke: var(--line); stroke-width: 6 }
header svg path { stroke: var(--green) }
header p { margin: 0; color: var(--quiet); font-size: 15px }
h1 { margin: 0; font-size: 28px; line-height: 1.25 }
h1 span { font-weight: 400 }
h2 { margin: 56px 0 16px; padding-top: 16px; font-size: 22px; border-top: 2px solid var(--ink) }
h2 small { display: block; color: var(--quiet); font-size: 15px; font-weight: 400 }
h3 { margin: 0; font-size: 18px }
h3 a { color: inherit; text-decoration: none }
h3 code { color: var(--quiet); font-weight: 400 }
h4 { margin: 16px 0 4px; color: var(--quiet); font-size: 13px; font-weight: 600 }
nav { padding: 0 20px; font-size: 15px }
nav details { border-bottom: 1px solid var(--line) }
nav p { margin: 0; padding: 10px 0 }
summary { cursor: pointer; padding: 10px 0 }
nav ul { margin: 0 0 12px; padding: 0 0 0 18px; list-style: none }
nav li a { display: block; padding: 6px 0; text-decoration: none }
main { max-width: 860px; padding: 24px 20px 96px }
.lead:first-child { font-size: 20px }
.lead { max-width: 64ch }
article { margin: 0 0 16px; padding: 20px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px }
article:target { border-color: var(--green); box-shadow: inset 4px 0 var(--green) }
article > p { color: var(--quiet); font-size: 15px }
article > .route, .type { color: var(--ink) }
.route b { display: inline-block; margin-right: 4px; padding: 1px 8px; border-radius: 6px; background: var(--weak); color: var(--green);
  font-size: 13px; letter-spacing: .04em }
.route .post, .route .put { background: var(--warm-weak); color: var(--warm) }
.who span { display: inline-block; margin: 0 8px 4px 0; padding: 0 8px; border: 1px solid var(--line); border-radius: 999px;
  font-size: 13px }
.fields { margin: 0 }
.fields div { display: grid; gap: 0 16px; padding: 8px 0; border-top: 1px solid var(--line); font-size: 15px }
.fields small { margin-left: 8px; color: var(--quiet); font-size: 13px }
.fields dd { margin: 0 }
.fields dd small { display: inline-block; margin: 0 0 0 12px }
.type { display: flex; gap: 12px; margin: 4px 0; font-size: 15px }
.type > b, .refusal > b { min-width: 36px; font-variant-numeric: tabular-nums }
.type > .fields { flex: 1 }
article details { margin-top: 8px; font-size: 15px }
article summary { padding: 4px 0; color: var(--quiet) }
.refusal { display: flex; gap: 12px; padding: 6px 0; border-top: 1px solid var(--line) }
.refusal p { margin: 0 }
@media (min-width: 560px) { .fields div { grid-template-columns: minmax(180px, 2fr) 3fr } }
@media (min-width: 1024px) {
  body { display: grid; grid-template-columns: 264px minmax(0, 1fr); max-width: 1240px; margin: 0 auto }
  header { grid-column: 1 / -1; padding: 40px 24px 24px }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 8px 24px }
  main { padding: 8px 24px 120px }
}
@media print { nav { display: none } article { break-inside: avoid } }
`
