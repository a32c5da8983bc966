import { afterEach } from 'vitest';

// Tests of the pure layers run without a page, and start faster without what only a page needs.
if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  // Vitest's globals are off, so Testing Library can't register this by itself.
  afterEach(cleanup);
}
