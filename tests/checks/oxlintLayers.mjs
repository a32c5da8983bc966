// Lint rules of this project: the layers of layers.mjs, and no barrels. A plugin rather than `no-restricted-imports`, which
// sees neither `import('…').Type` nor how deep a file lies, and ignores a pattern that it can't compile without a word.
import path from 'node:path';
import { misplaced, whyNot } from './layers.mjs';

/**
 * @typedef {{ type: string, imported?: { name?: string, value?: string } }} Specifier
 * @typedef {{ source?: { value?: unknown } | null, specifiers?: Specifier[], argument?: { literal?: { value?: unknown } } }} Node
 * @typedef {{ filename: string, report: (problem: { node: Node, message: string }) => void }} Context
 */

/** Path below the nearest src, or undefined. @param {string} filename */
function belowSrc(filename) {
  const parts = filename.split(path.sep);
  const at = parts.lastIndexOf('src');
  return at < 0 ? undefined : parts.slice(at + 1).join('/');
}

/** @param {Node} node */
function namesOf(node) {
  return node.specifiers?.map((it) =>
    it.type === 'ImportSpecifier' ? (it.imported?.name ?? it.imported?.value ?? '*') : '*',
  );
}

const layers = {
  /** @param {Context} context */
  create(context) {
    const file = belowSrc(context.filename);
    if (file === undefined) return {};
    /** @param {Node} node */
    const look = (node) => {
      const specifier = node.source?.value ?? node.argument?.literal?.value;
      if (typeof specifier !== 'string') return;
      const message = whyNot(file, specifier, namesOf(node));
      if (message !== undefined) context.report({ node, message });
    };
    return {
      /** @param {Node} node */
      Program(node) {
        const message = misplaced(file);
        if (message !== undefined) context.report({ node, message });
      },
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
      TSImportType: look,
    };
  },
};

const noBarrels = {
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {Node} node */
      ExportAllDeclaration(node) {
        context.report({ node, message: 'Import from the file itself; no barrels.' });
      },
    };
  },
};

export default { meta: { name: 'nettverkskart' }, rules: { layers, 'no-barrels': noBarrels } };
