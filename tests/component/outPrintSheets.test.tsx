import { act, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PrintSheets } from '../../src/ui/out/PrintSheets.tsx';
import { inField, mapWith, openMap } from '../support/openMap.tsx';

const MAP = mapWith(
  { name: 'Mamma', relation: 'mor' },
  { name: 'Hemmelig', offPaper: true, at: inField('friends') },
  { name: 'Ventende', at: 'tray' },
);

class Paper extends EventTarget {
  matches = false;
  turn(matches: boolean) {
    this.matches = matches;
    this.dispatchEvent(new Event('change'));
  }
}
let paper = new Paper();

beforeEach(() => {
  // jsdom has no canvas, no media and no support for asking about CSS.
  paper = new Paper();
  HTMLCanvasElement.prototype.getContext = () => null;
  vi.stubGlobal('matchMedia', () => paper);
  vi.stubGlobal('CSS', { supports: () => true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sheets = () => document.querySelector('.sheets');

async function opened() {
  const view = openMap(<PrintSheets />, { map: MAP });
  await waitFor(() => expect(sheets()).toHaveAttribute('data-ready', 'true'), { timeout: 20_000 });
  return view;
}

vi.setConfig({ testTimeout: 30_000 });

describe("the browser's own print", () => {
  it('finds the sheets in the page at once, and nobody in it before', async () => {
    await opened();
    expect(document.body).not.toHaveTextContent('Mamma');
    fireEvent(window, new Event('beforeprint'));
    expect(sheets()).toHaveTextContent('Mamma');
    expect(sheets()).not.toHaveTextContent(/Hemmelig|Ventende/);
  });

  it('leaves no name behind when it is over', async () => {
    await opened();
    vi.useFakeTimers();
    fireEvent(window, new Event('beforeprint'));
    fireEvent(window, new Event('afterprint'));
    expect(sheets()).toHaveTextContent('Mamma');
    act(() => void vi.runAllTimers());
    expect(document.body).not.toHaveTextContent('Mamma');
  });

  it('goes by the medium where a browser tells only that', async () => {
    await opened();
    vi.useFakeTimers();
    act(() => paper.turn(true));
    expect(sheets()).toHaveTextContent('Mamma');
    act(() => paper.turn(false));
    act(() => void vi.runAllTimers());
    expect(document.body).not.toHaveTextContent('Mamma');
  });

  it('gives nothing once the map is covered or closed', async () => {
    const { unmount } = await opened();
    fireEvent(window, new Event('beforeprint'));
    unmount();
    expect(sheets()).toBeNull();
    fireEvent(window, new Event('beforeprint'));
    expect(document.body).not.toHaveTextContent('Mamma');
  });

  it('prints the map as it was left, with the edits made since', async () => {
    const { context } = await opened();
    fireEvent(window, new Event('beforeprint'));
    act(() => context.mapStore.getState().edit('describe', { title: 'Ny tittel' }));
    expect(sheets()).toHaveTextContent('Ny tittel');
  });
});
