// What the checks ask of a browser engine, whatever way it is driven: a tab in which a person taps and types, and a look
// at what the page then shows.

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export const STAGE = { width: 1180, height: 820 } as const;

export type Key = 'Enter' | 'Escape' | 'Tab' | 'n';

export type SavedFile = { readonly name: string; readonly bytes: Buffer };

/** `hasText`: bold letters are written as text; else as shapes, which look the same. */
export type Printed = { readonly pdf: Buffer; readonly hasText: boolean };

/** One page, with storage that nobody else has. */
export type Tab = {
  /** Resolves when the page has loaded. */
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /**
   * Runs a function inside the page: it takes and gives back what JSON can hold, and sees nothing outside of itself.
   * Rejects with what it throws.
   */
  readonly look: <Args extends readonly unknown[], Value>(
    fn: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ) => Promise<Value>;
  /** CSS pixels from the upper left corner of the page. A finger where the engine has one to lend, else the mouse. */
  readonly tap: (x: number, y: number) => Promise<void>;
  /** Into whatever has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: Key) => Promise<void>;
  /** Chooses a file of this machine in the page's file field. */
  readonly give: (selector: string, file: string) => Promise<void>;
  /** Does what makes the page save a file, and reads it from the disk. */
  readonly download: (act: () => Promise<void>) => Promise<SavedFile>;
  readonly screenshot: () => Promise<Buffer>;
  /** The page as the browser prints it; undefined where the driver cannot. */
  readonly print: (() => Promise<Printed>) | undefined;
  /** Errors that nobody caught, error messages on the console, violations of the content policy. */
  readonly problems: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export type Engine = {
  readonly name: EngineName;
  readonly version: string;
  readonly newTab: () => Promise<Tab>;
  readonly close: () => Promise<void>;
};
