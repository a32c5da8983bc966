// Running the tools of this project, and what came of it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './places.mjs';

/** @typedef {{ code: number, output: string }} Ran */

/** A program of node_modules/.bin, or `node`. @param {string} name */
function program(name) {
  if (name === 'node') return process.execPath;
  return path.join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/**
 * Runs a tool, in the project's folder if no other is given. Its output is kept, and shown as it comes if asked for.
 * @param {string} name @param {string[]} args @param {{ show?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<Ran>}
 */
export function run(name, args, { show = false, env = {}, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program(name), args, {
      cwd,
      shell: process.platform === 'win32' && name !== 'node',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {Buffer} piece */
    const hear = (piece) => {
      output += piece;
      if (show) process.stdout.write(piece);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (problem) => resolve({ code: 1, output: `${output}\n${name}: ${problem.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
