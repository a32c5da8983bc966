import { spawnSync } from 'node:child_process';
import { run } from '../../checks/run.mjs';
import type { Part } from '../part.ts';

const npm = (...words: string[]) =>
  spawnSync('npm', words, { encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' });

export const supply: Part = {
  id: 'P10',
  what: 'what the app is made of',
  goal: 'two builds alike to the byte, every licence known, a bill of materials; signatures where they can be asked for',
  full: 1,
  short: null,
  run: async () => {
    const faults: string[] = [];
    const build = await run('node', ['tests/checks/sameBuild.mjs']);
    if (build.code !== 0) faults.push(`two builds: ${build.output}`);
    const licences = await run('node', ['tests/checks/licences.mjs']);
    if (licences.code !== 0) faults.push(`licences: ${licences.output}`);
    const bill = npm('sbom', '--sbom-format=cyclonedx', '--omit=dev');
    const parts = /"bomFormat": "CycloneDX"/.test(bill.stdout) ? (bill.stdout.match(/"bom-ref"/g) ?? []).length : 0;
    if (parts === 0) faults.push(`no bill of materials: ${bill.stderr.slice(0, 300)}`);
    const signatures = npm('audit', 'signatures');
    const signed = /(\d+) packages? ha(?:s|ve) verified registry signatures?/.exec(signatures.stdout);
    // A registry that hands out no keys is no proof against a package; one that finds a wrong signature is.
    const wrong = /invalid|tampered/i.test(signatures.stdout + signatures.stderr);
    if (wrong) faults.push(`signatures: ${signatures.stdout.slice(0, 300)}`);
    return {
      tried: 'two builds, the licences of what is shipped, a CycloneDX bill of materials, npm audit signatures',
      count: 1,
      browser: `Node ${process.versions.node}`,
      result: [
        build.output.trim().split('\n').at(-1),
        licences.output.trim().split('\n').at(-1),
        `${parts} entries in the bill`,
        signed ? `${signed[1]} signatures verified` : 'signatures not checked: this registry offers no keys',
      ].join('; '),
      faults,
    };
  },
};
