import { spawnSync } from 'node:child_process';
import { run } from '../../checks/run.mjs';
import type { Part } from '../part.ts';

const npm = (...words: string[]) =>
  spawnSync('npm', words, { encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' });

const NO_KEYS = 'signatures not checked: this registry offers no keys';

export const supply: Part = {
  id: 'P10',
  what: 'what the app is made of',
  goal: 'two builds alike to the byte, every licence known, a bill of materials; signatures where they can be asked for',
  full: 1,
  // Without the two builds, and without asking the registry.
  short: 1,
  run: async ({ short }) => {
    const faults: string[] = [];
    const build = short ? null : await run('node', ['tests/checks/sameBuild.mjs']);
    if (build && build.code !== 0) faults.push(`two builds: ${build.output}`);
    const licences = await run('node', ['tests/checks/licences.mjs']);
    if (licences.code !== 0) faults.push(`licences: ${licences.output}`);
    const bill = npm('sbom', '--sbom-format=cyclonedx', '--omit=dev');
    const parts = /"bomFormat": "CycloneDX"/.test(bill.stdout) ? (bill.stdout.match(/"bom-ref"/g) ?? []).length : 0;
    if (parts === 0) faults.push(`no bill of materials: ${bill.stderr.slice(0, 300)}`);
    const signatures = short ? { stdout: '', stderr: '' } : npm('audit', 'signatures');
    const signed = /(\d+) packages? ha(?:s|ve) verified registry signatures?/.exec(signatures.stdout);
    // A registry that hands out no keys is no proof against a package; one that finds a wrong signature is.
    const wrong = /invalid|tampered/i.test(signatures.stdout + signatures.stderr);
    if (wrong) faults.push(`signatures: ${signatures.stdout.slice(0, 300)}`);
    return {
      tried: `${short ? '' : 'two builds, npm audit signatures, '}the licences of what is shipped, a CycloneDX bill of materials`,
      count: 1,
      browser: `Node ${process.versions.node}`,
      result: [
        ...(build ? [build.output.trim().split('\n').at(-1)] : []),
        licences.output.trim().split('\n').at(-1),
        `${parts} entries in the bill`,
        ...(short ? [] : [signed ? `${signed[1]} signatures verified` : NO_KEYS]),
      ].join('; '),
      faults,
    };
  },
};
