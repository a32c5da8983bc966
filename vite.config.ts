import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the page may do: only its own files, no inline code, no string turned into code or HTML, no network but its own origin. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app',
];

/**
 * What a host should send with every file; with TLS, Strict-Transport-Security too. The same stand in public/_headers and in the
 * README, and tests/unit/headers.test.ts holds them together.
 */
export const HEADERS = {
  'Content-Security-Policy': [...POLICY, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': ['camera', 'microphone', 'geolocation', 'usb', 'serial', 'payment', 'display-capture']
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The same policy in the page itself, for a host that can't set headers. First in head: it holds only for what follows it. */
function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          // `frame-ancestors` is ignored in a meta element, with a warning on the console.
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY.join('; ') },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/**
 * Compiled whole while the browser reads it, beside the main thread (Chromium's explicit compile hints; to others a comment):
 * what a first map needs would else be compiled piece by piece while somebody waits for it.
 */
function compiledWhole(): Plugin {
  return {
    name: 'compiled-whole',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Vite writes a line of its own at the top after any banner.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}

/** Not asked for by any page. */
const NOT_KEPT = /^(sw\.js|_headers|third-party\.txt|schema\/.*)$/;

/** Tells the service worker which files this build has, once all of them are there. */
function filesToKeep(): Plugin {
  return {
    name: 'files-to-keep',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const contents = new Map<string, string | Uint8Array>(
          Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
        );
        for (const file of readdirSync('public', { recursive: true, withFileTypes: true })) {
          const whole = path.join(file.parentPath, file.name);
          if (file.isFile())
            contents.set(path.relative('public', whole).replaceAll(path.sep, '/'), readFileSync(whole));
        }
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
        const kept = [...contents.keys()].filter((file) => !NOT_KEPT.test(file)).toSorted();
        const hash = createHash('sha256').update(worker.code);
        for (const file of kept) hash.update(file).update(contents.get(file) ?? '');
        // The page itself is kept under the address that it has.
        const files = kept.filter((file) => file !== 'index.html').map((file) => `./${file}`);
        worker.code = worker.code
          .replaceAll('__BUILD__', JSON.stringify(hash.digest('hex').slice(0, 16)))
          .replaceAll('__FILES__', JSON.stringify(files));
      },
    },
  };
}

/** Tells first.js which file holds the words of each language, so that it can ask for the one that is wanted. */
function wordFiles(): Plugin {
  return {
    name: 'word-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle).flatMap((file) => {
          const language = file.type === 'chunk' && /\/i18n\/(\w+)\/\1\.ts$/.exec(file.facadeModuleId ?? '')?.[1];
          return language ? [`data-${language}="./${file.fileName}"`] : [];
        });
        if (files.length === 0) throw new Error('No file of words was built.');
        return html.replace('<script src="./first.js"', `<script ${files.join(' ')} src="./first.js"`);
      },
    },
  };
}

/** The app's styles and scripts after the static words of index.html: on a slow line the words are there first. */
function wordsFirst(): Plugin {
  return {
    name: 'words-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const tags =
          /\n *(<link rel="(stylesheet|modulepreload)" crossorigin[^>]*>|<script type="module"[^>]*><\/script>)/g;
        const app = Array.from(html.matchAll(tags), ([, tag = '']) => tag);
        const sheets = app.filter((tag) => tag.includes('"stylesheet"'));
        // All asked for at once, before the first sheet: a browser waits at each sheet in the body and looks no further.
        const asked = [
          ...sheets.map((tag) => tag.replace('"stylesheet"', '"preload" as="style"')),
          ...app.filter((tag) => tag.includes('"modulepreload"')),
        ];
        // A script that is met before the sheets would not wait for them.
        const run = [...sheets, ...app.filter((tag) => tag.startsWith('<script'))];
        return html.replaceAll(tags, '').replace('</body>', `  ${[...asked, ...run].join('\n    ')}\n  </body>`);
      },
    },
  };
}

/**
 * Packages without a `sideEffects` flag: one button would pull all of Designsystemet. Of its elements only the field is used
 * here; the others (tabs, suggestions, popovers, tooltips) would weigh 40 kB and watch every change of the page.
 */
const PURE_PACKAGES =
  /node_modules\/(@digdir\/designsystemet-react\/|@digdir\/designsystemet-web\/dist\/esm\/(?!index|field|utils)|@u-elements\/(?!u-details)|@navikt\/aksel-icons\/|@floating-ui\/|@tanstack\/)/;

export default defineConfig({
  // Relative, so that the built app runs in any folder of any host.
  base: './',
  plugins: [react(), wordFiles(), wordsFirst(), contentPolicy(), compiledWhole(), filesToKeep()],
  build: {
    target: ['safari16.4', 'chrome111', 'firefox128'],
    // No data: addresses and no inline script: the policy forbids them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/app/offline/serviceWorker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What every screen needs, in one file: thirty small ones weigh more, packed one by one.
        codeSplitting: {
          groups: [{ name: 'core', test: /\/src\/(commands|geometry|model|scene|store|ui\/kit)\// }],
        },
      },
      // jspdf loads these for html and foreign svg, which no paper of ours is made of: they are never asked for.
      external: ['html2canvas', 'canvg', 'dompurify'],
      treeshake: { moduleSideEffects: (id) => id.endsWith('.css') || !PURE_PACKAGES.test(id) },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173, headers: HEADERS },
  test: {
    setupFiles: ['tests/support/setup.ts'],
    projects: [
      // A test in `unit` that needs a page says so in its first line: // @vitest-environment jsdom
      { extends: true, test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: { name: 'page', environment: 'jsdom', include: ['tests/{component,pictures}/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
