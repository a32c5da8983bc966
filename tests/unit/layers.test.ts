// The guards bite: every violation planted here is reported, and a clean tree is not.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LAYERS, PURE } from '../checks/layers.mjs';
import { ROOT } from '../checks/places.mjs';
import { run } from '../checks/run.mjs';
import { plantTree } from '../support/tree.ts';

/** A tree without a fault, in which the violations are planted. */
const CLEAN = {
  'tsconfig.json': JSON.stringify({
    extends: path.join(ROOT, 'tsconfig.json'),
    compilerOptions: { types: [] },
    include: ['src'],
  }),
  'src/main.tsx': "import { App } from './app/App.tsx';\nexport const shown = App;\n",
  'src/model/types.ts': 'export interface Person { name: string }\nexport const nobody: Person = { name: "" };\n',
  'src/model/edits/people.ts': "import { nobody } from '../types.ts';\nexport const people = [nobody];\n",
  'src/i18n/messages.ts': "export const messages = { hello: 'Hei' };\n",
  'src/geometry/rings.ts':
    "import type { Person } from '../model/types.ts';\nexport const ring = (it: Person) => it.name.length;\n",
  'src/layout/run.ts':
    "import { ring } from '../geometry/rings.ts';\nexport const layOut = () => ring({ name: 'Åse' });\n",
  'src/store/mapStore.ts':
    "import { createStore } from 'zustand/vanilla';\nexport const mapStore = createStore(() => 0);\n",
  'src/storage/shelf.ts': "export const shelf = () => localStorage.getItem('map') ?? indexedDB.cmp(1, 2);\n",
  'src/canvas/drawMap.ts': "import { layOut } from '../layout/run.ts';\nexport const drawMap = () => layOut();\n",
  'src/export/svg.ts': "import { drawMap } from '../canvas/drawMap.ts';\nexport const svg = () => drawMap();\n",
  'src/ui/Map.tsx':
    "import { useStore } from 'zustand';\nimport { mapStore } from '../store/mapStore.ts';\nexport const useMap = () => useStore(mapStore);\n",
  'src/app/App.tsx': "import { useMap } from '../ui/Map.tsx';\nexport const App = () => useMap();\n",
};

interface Planted {
  file: string;
  text: string;
  rule: string;
  says?: RegExp;
}

const LAYER = 'nettverkskart(layers)';

const PLANTED: Record<string, Planted> = {
  'the model imports the store': {
    file: 'src/model/up.ts',
    text: "import { mapStore } from '../store/mapStore.ts';\nexport const up = mapStore;\n",
    rule: LAYER,
    says: /model may not import store, which lies above/,
  },
  'a folder inside a layer doesn’t hide it': {
    file: 'src/model/edits/up.ts',
    text: "import { mapStore } from '../../store/mapStore.ts';\nexport const up = mapStore;\n",
    rule: LAYER,
    says: /model may not import store/,
  },
  'the canvas imports the storage beside it': {
    file: 'src/canvas/beside.ts',
    text: "import { shelf } from '../storage/shelf.ts';\nexport const beside = shelf;\n",
    rule: LAYER,
    says: /canvas may not import storage, which lies beside/,
  },
  'a type comes from above': {
    file: 'src/layout/typeUp.ts',
    text: "import type { mapStore } from '../store/mapStore.ts';\nexport type Store = typeof mapStore;\n",
    rule: LAYER,
    says: /layout may not import store/,
  },
  'a type comes from above by import()': {
    file: 'src/layout/typeQuery.ts',
    text: "export type Store = typeof import('../store/mapStore.ts').mapStore;\n",
    rule: LAYER,
    says: /layout may not import store/,
  },
  'code comes from above, later': {
    file: 'src/geometry/later.ts',
    text: "export const later = () => import('../ui/Map.tsx');\n",
    rule: LAYER,
    says: /geometry may not import ui/,
  },
  'a name from above is handed on': {
    file: 'src/i18n/through.ts',
    text: "export { App } from '../app/App.tsx';\n",
    rule: LAYER,
    says: /i18n may not import app/,
  },
  'src imports a test': {
    file: 'src/app/outside.ts',
    text: "import { helper } from '../../tests/helper.ts';\nexport const outside = helper;\n",
    rule: LAYER,
    says: /nothing from outside src/,
  },
  'a package away from its home': {
    file: 'src/store/away.ts',
    text: "import { select } from 'd3-selection';\nexport const away = select;\n",
    rule: LAYER,
    says: /d3-selection is imported in canvas, nowhere else/,
  },
  'more of zustand in ui than its hook': {
    file: 'src/ui/more.ts',
    text: "import { createStore } from 'zustand';\nexport const more = createStore(() => 1);\n",
    rule: LAYER,
    says: /zustand is imported in store/,
  },
  'a package without a home': {
    file: 'src/model/homeless.ts',
    text: "import { map } from 'lodash-es';\nexport const homeless = map;\n",
    rule: LAYER,
    says: /lodash-es has no home/,
  },
  'a folder without a layer': {
    file: 'src/helpers/any.ts',
    text: 'export const any = 1;\n',
    rule: LAYER,
    says: /src\/helpers has no layer/,
  },
  'a file beside main.tsx': {
    file: 'src/loose.ts',
    text: 'export const loose = 1;\n',
    rule: LAYER,
    says: /Only main.tsx lies directly in src/,
  },
  'a circle': {
    file: 'src/model/circle.ts',
    text: "import { other } from './otherHalf.ts';\nexport const circle = () => other;\n",
    rule: 'import(no-cycle)',
  },
  'a circle of types': {
    file: 'src/model/typeCircle.ts',
    text: "import type { OtherType } from './otherType.ts';\nexport type TypeCircle = { of: OtherType };\n",
    rule: 'import(no-cycle)',
  },
  'a default export': { file: 'src/ui/byDefault.ts', text: 'export default 1;\n', rule: 'import(no-default-export)' },
  'a barrel': { file: 'src/model/index.ts', text: "export * from './types.ts';\n", rule: 'nettverkskart(no-barrels)' },
  'a word on the console': { file: 'src/store/log.ts', text: "console.log('map');\n", rule: 'eslint(no-console)' },
  'a request': {
    file: 'src/app/ask.ts',
    text: "export const ask = () => fetch('./map');\n",
    rule: 'eslint(no-restricted-globals)',
  },
  'a request by way of window': {
    file: 'src/storage/askWindow.ts',
    text: "export const ask = () => window.fetch('./map');\n",
    rule: 'eslint(no-restricted-globals)',
  },
  'something kept outside the storage': {
    file: 'src/ui/keep.ts',
    text: "localStorage.setItem('map', '');\n",
    rule: 'eslint(no-restricted-globals)',
    says: /src\/storage/,
  },
  'chance in a pure layer': {
    file: 'src/layout/chance.ts',
    text: 'export const chance = () => Math.random();\n',
    rule: 'eslint(no-restricted-properties)',
  },
  'a promise that nobody waits for': {
    file: 'src/storage/floating.ts',
    text: 'const save = async () => {};\nexport function go() {\n  save();\n}\n',
    rule: 'typescript(no-floating-promises)',
  },
  'a promise where nothing is awaited': {
    file: 'src/storage/misused.ts',
    text: "export const misused = () => addEventListener('blur', async () => {});\n",
    rule: 'typescript(no-misused-promises)',
  },
  'a forgotten case': {
    file: 'src/model/cases.ts',
    text: "export function cases(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  'a hook in a condition': {
    file: 'src/ui/Hook.tsx',
    text: "import { useState } from 'react';\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
    rule: 'react-hooks(rules-of-hooks)',
  },
  'a forgotten dependency': {
    file: 'src/ui/Effect.tsx',
    text: "import { useEffect } from 'react';\nexport function Effect({ on }: { on: () => void }) {\n  useEffect(() => on(), []);\n  return null;\n}\n",
    rule: 'react-hooks(exhaustive-deps)',
  },
  'a picture without a text': {
    file: 'src/ui/Picture.tsx',
    text: 'export const Picture = () => <img src="./a.png" />;\n',
    rule: 'jsx-a11y(alt-text)',
  },
};

const OTHER_HALVES = {
  'src/model/otherHalf.ts': "import { circle } from './circle.ts';\nexport const other = () => circle;\n",
  'src/model/otherType.ts':
    "import type { TypeCircle } from './typeCircle.ts';\nexport type OtherType = TypeCircle | null;\n",
};

interface Problem {
  filename: string;
  code: string;
  message: string;
}

async function lint(root: string): Promise<Problem[]> {
  const config = path.join(ROOT, 'tests/checks/oxlint.config.mjs');
  const { output } = await run('oxlint', ['--type-aware', '-c', config, '-f', 'json', '--quiet', 'src'], { cwd: root });
  const { diagnostics } = JSON.parse(output) as { diagnostics: Problem[] };
  return diagnostics;
}

test('the linter finds nothing in a clean tree', async () => {
  expect(await lint(plantTree(CLEAN))).toEqual([]);
});

test('the linter finds every violation that is planted', async () => {
  const planted = Object.fromEntries(Object.values(PLANTED).map(({ file, text }) => [file, text]));
  const problems = await lint(plantTree({ ...CLEAN, ...planted, ...OTHER_HALVES }));
  const missed = Object.entries(PLANTED).filter(
    ([, { file, rule, says }]) =>
      !problems.some((it) => it.filename === file && it.code === rule && (says?.test(it.message) ?? true)),
  );
  expect(missed.map(([name]) => name)).toEqual([]);

  const guilty = new Set([...Object.keys(planted), ...Object.keys(OTHER_HALVES)]);
  expect(problems.filter(({ filename }) => !guilty.has(filename))).toEqual([]);
});

test('every folder of src has a layer', () => {
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !LAYERS.flat().includes(name))).toEqual([]);
});

test('the pure layers compile without a browser: window, timers and crypto are type errors', async () => {
  const root = plantTree({
    'tsconfig.json': JSON.stringify({
      extends: path.join(ROOT, 'tests/checks/tsconfig.pure.json'),
      compilerOptions: { rootDir: '.' },
      include: ['src/model'],
    }),
    'src/model/clean.ts': "export const clean = new Map([['Åse', 1]]);\n",
    'src/model/impure.ts':
      'export const width = window.innerWidth;\nexport const wait = setTimeout;\nexport const id = crypto.randomUUID();\n',
  });
  const { code, output } = await run('tsc', ['-p', root, '--pretty', 'false']);
  expect(code).not.toBe(0);
  const errors = output.split('\n').filter((line) => /error TS/.test(line));
  expect(errors.map((line) => /Cannot find name '(\w+)'/.exec(line)?.[1])).toEqual(['window', 'setTimeout', 'crypto']);
});

test('the pure check reads every pure layer', async () => {
  const { output } = await run('tsc', ['-p', 'tests/checks/tsconfig.pure.json', '--listFilesOnly']);
  const source = `${path.join(ROOT, 'src').replaceAll('\\', '/')}/`;
  const read = output.split('\n').filter((line) => line.startsWith(source));
  const layers = new Set(read.map((line) => line.slice(source.length).split('/')[0] ?? ''));
  const present = readdirSync(path.join(ROOT, 'src'));
  expect([...layers].toSorted()).toEqual(PURE.filter((layer) => present.includes(layer)).toSorted());
});
