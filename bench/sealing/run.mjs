// Sealing and opening: our modules in headless Chromium against Debian's age on the same machine, same sizes, files in memory.
// Usage: node bench/sealing/run.mjs [MiB,…] [rounds]     (needs chromium and age; `sh app/src/main/web/build.sh target` once, for the packages)

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '../../app/src/main/web');
const { build } = createRequire(join(web, 'package.json'))('esbuild');
const sizes = (process.argv[2] ?? '1,10,100').split(',').map(Number);
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
      execFileSync('age', args);
      return mib / (Number(process.hrtime.bigint() - start) / 1e9);
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

function print(age, chromium) {
  const sorted = (list) => [...list].sort((a, b) => a - b);
  const shown = (list) => {
    const rates = sorted(list);
    return `${rates[rates.length >> 1].toFixed(0)} (${rates[0].toFixed(0)}–${rates.at(-1).toFixed(0)})`;
  };
  console.log(`${cpus().length} × ${cpus()[0].model}, load ${load.toFixed(1)} before; ${chromium.browser}; age ${execFileSync('age', ['--version'], { encoding: 'utf8' }).trim()}; ${rounds} rounds after a warming one\n`);
  console.log('| MiB/s, median (least–most) | seal | open | seal and hash | open and check |\n|---|---|---|---|---|');
  for (const mib of sizes) {
    const { seal, open, 'seal and hash': sealed, 'open and check': opened } = chromium.sizes[mib];
    console.log(`| ${mib} MiB, Chromium worker | ${shown(seal)} | ${shown(open)} | ${shown(sealed)} | ${shown(opened)} |`);
    console.log(`| ${mib} MiB, \`age\` | ${shown(age[mib].seal)} | ${shown(age[mib].open)} | – | – |`);
  }
  const scrypt = sorted(chromium.scrypt);
  console.log(`\nStretching a passphrase (scrypt, 2^17): ${(scrypt[scrypt.length >> 1] * 1000).toFixed(0)} ms (${(scrypt[0] * 1000).toFixed(0)}–${(scrypt.at(-1) * 1000).toFixed(0)}).`);
}
