import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the page may do: only its own files, no inline code, no string turned into code or HTML, no network but its own origin. */
const POLICY = [
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

/** What a host should send with every file. With TLS, Strict-Transport-Security too. */
const HEADERS = {
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

/** Packages without a `sideEffects` flag: one button would pull all of Designsystemet, 64 kB instead of 34. */
const PURE_PACKAGES = /node_modules\/(@digdir\/designsystemet-react|@navikt\/aksel-icons|@floating-ui|@tanstack)\//;

export default defineConfig({
  // Relative, so that the built app runs in any folder of any host.
  base: './',
  plugins: [react(), contentPolicy()],
  build: {
    target: ['safari16.4', 'chrome111', 'firefox128'],
    // No data: addresses and no inline script: the policy forbids them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
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
