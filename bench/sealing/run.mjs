// Sealing and opening: our modules in headless Chromium against Debian's age on the same machine, same sizes, files in memory.
// Usage: node bench/sealing/run.mjs [MiB,…] [rounds]    (needs chromium and age; `sh app/src/main/web/build.sh target` once, for the packages)

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '../../app/src/main/web');
const { build } = createRequire(join(web, 'package.json'))('esbuild');
const sizes = (process.argv[2] ?? '100').split(',').map(Number);
const rounds = Number(process.argv[3] ?? 5);

const load = loadavg()[0];
const native = Object.fromEntries(sizes.map((mib) => [mib, nativeAge(mib)]));
const browser = await inChromium();
print(native, browser);

function nativeAge(mib) {
  const folder = mkdtempSync('/dev/shm/enlace-bench-');
  try {
    const at = (name) => join(folder, name);
    execFileSync('age-keygen', ['-o', at('key')], { stdio: 'ignore' });
    const recipient = execFileSync('age-keygen', ['-y', at('key')], { encoding: 'utf8' }).trim();
    writeFileSync(at('plain'), randomBytes(mib << 20));
    const timed = (...args) => {
      const start = process.hrtime.bigint();
      const stat = execFileSync('sh', ['-c', 'age "$@" && cat /proc/$$/stat', 'sh', ...args], { encoding: 'utf8' });
      const wall = Number(process.hrtime.bigint() - start) / 1e9;
      return { wall, cpu: ticks(stat, 16, 17) }; // of the children that ended: age alone
    };
    const rates = { seal: [], open: [] };
    for (let round = 0; round <= rounds; round++) {
      const [seal, open] = [timed('-r', recipient, '-o', at('sealed'), at('plain')), timed('-d', '-i', at('key'), '-o', at('opened'), at('sealed'))];
      if (round > 0) (rates.seal.push(seal), rates.open.push(open));
    }
    return rates;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inChromium() {
  const bundle = async (name) => {
    const define = { ENLACE_ASSETS: '{}', ROUNDS: String(rounds), MIB: JSON.stringify(sizes) };
    const result = await build({ entryPoints: [join(here, name)], bundle: true, minify: true, format: 'esm', target: 'es2022', define, write: false, nodePaths: [join(web, 'node_modules')] });
    return result.outputFiles[0].text;
  };
  const scripts = { '/page.js': await bundle('page.ts'), '/work.js': await bundle('work.ts') };
  const profile = mkdtempSync(join(tmpdir(), 'enlace-bench-'));
  let server, chromium;
  try {
    return await new Promise((done, fail) => {
      server = createServer(async (request, response) => {
        if (request.method === 'POST') {
          let body = '';
          for await (const chunk of request) body += chunk;
          response.end();
          const figures = JSON.parse(body);
          return figures.error ? fail(new Error(figures.error)) : done(figures);
        }
        if (request.url === '/cpu') return response.end(String(rendererSeconds(chromium.pid)));
        const script = scripts[request.url];
        response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
        response.end(script ?? '<!doctype html><script type="module" src="/page.js"></script>');
      }).listen(0, '127.0.0.1', () => {
        const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', `--user-data-dir=${profile}`];
        chromium = spawn('chromium', [...flags, `http://localhost:${server.address().port}/`], { stdio: 'ignore' });
        chromium.on('error', fail);
      });
    });
  } finally {
    const gone = new Promise((done) => chromium?.once('exit', done));
    chromium?.kill();
    await gone;
    server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Seconds in two fields of a line of /proc/<pid>/stat, counted from 1; the name may hold spaces. */
function ticks(stat, first, second) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[first - 3]) + Number(fields[second - 3])) / 100;
}

function rendererSeconds(browser) {
  const parents = new Map();
  const stats = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) stats.set(pid, stat);
    } catch {
      // It ended while we looked.
    }
  }
  const ours = (pid) => pid === String(browser) || (parents.has(pid) && ours(parents.get(pid)));
  return [...stats].filter(([pid]) => ours(pid)).reduce((sum, [, stat]) => sum + ticks(stat, 14, 15), 0);
}

function print(age, chromium) {
  const middle = (list, of) => list.map(of).sort((a, b) => a - b)[list.length >> 1];
  const rates = (mib, list) => `${(mib / middle(list, ({ cpu }) => cpu)).toFixed(0)} · ${(mib / middle(list, ({ wall }) => wall)).toFixed(0)}`;
  console.log(`${cpus().length} × ${cpus()[0].model}, load ${load.toFixed(1)}; ${chromium.browser}; age ${execFileSync('age', ['--version'], { encoding: 'utf8' }).trim()}; median of ${rounds} rounds after a warming one\n`);
  console.log('| MiB a second of processor · of the clock | seal | open | seal, hash, hand on | open and check |\n|---|---|---|---|---|');
  for (const mib of sizes) {
    const { seal, open, 'seal and hash': sealed, 'open and check': opened } = chromium.sizes[mib];
    console.log(`| ${mib} MiB, Chromium worker | ${[seal, open, sealed, opened].map((list) => rates(mib, list)).join(' | ')} |`);
    console.log(`| ${mib} MiB, \`age\` | ${rates(mib, age[mib].seal)} | ${rates(mib, age[mib].open)} | | |`);
  }
  console.log(`\nStretching a passphrase (scrypt, 2^17): ${middle(chromium.scrypt, ({ cpu }) => cpu).toFixed(2)} s of processor, ${middle(chromium.scrypt, ({ wall }) => wall).toFixed(2)} s of the clock.`);
}
