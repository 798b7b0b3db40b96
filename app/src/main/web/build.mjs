// Bundles what runs in the browser. Usage: node build.mjs <output dir> | node build.mjs --tests <output dir>
//
// Into <output dir>/assets go files whose names carry the first 40 bits of their SHA-256, so that they may be cached for ever, and
//   manifest.json    {"<logical name>": {"file": "<name in assets>", "integrity": "sha256-…", "bytes": n}}, sorted, one line each:
//                    what the server puts into <script src integrity>, and what the log's `script` entries are about
//   THIRD-PARTY.txt  the packages inside the bundles, with their licences
// The same sources and the same lock file give the same bytes. Nothing is done when no source is newer than the manifest.

import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const languages = { en: 'english', es: 'spanish', fr: 'french', pt: 'portuguese' };
const allowedLicences = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

process.chdir(here);
if (process.argv[2] === '--tests') {
  await bundleTests(resolve(process.argv[3]));
} else {
  await buildAssets(resolve(process.argv[2]));
}

async function buildAssets(out) {
  const assets = join(out, 'assets');
  const manifest = join(assets, 'manifest.json');
  if (existsSync(manifest) && newest('.') <= statSync(manifest).mtimeMs) return;

  checkLicences();
  const checked = typeCheck();
  const made = new Map();
  const packages = new Set();

  for (const [code, name] of Object.entries(languages)) {
    const { wordlist } = await import(`@scure/bip39/wordlists/${name}.js`);
    keep(made, `words-${code}.txt`, wordlist.join('\n') + '\n');
  }
  packages.add('@scure/bip39');
  for (const file of existsSync('images') ? readdirSync('images').sort() : []) {
    keep(made, file, readFileSync(join('images', file)));
  }
  keep(made, 'enlace.css', await styles(made));
  // Each bundle names the ones it loads, with their hashes: the page vouches for enlace.js, enlace.js for the rest.
  keep(made, 'worker.js', await bundle('src/worker.ts', {}, packages));
  const words = Object.keys(languages).map((code) => `words-${code}.txt`);
  keep(made, 'sealing.js', await bundle('src/sealing.ts', pick(made, ['worker.js', ...words]), packages));
  keep(made, 'enlace.js', await bundle('src/enlace.ts', pick(made, ['sealing.js']), packages));
  await checked;

  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  for (const { file, bytes } of made.values()) writeFileSync(join(assets, file), bytes);
  writeFileSync(join(assets, 'THIRD-PARTY.txt'), thirdParty(packages));
  const lines = [...made.keys()].sort().map((name) => {
    const { file, integrity, bytes } = made.get(name);
    return `${JSON.stringify(name)}: ${JSON.stringify({ file, integrity, bytes: bytes.length })}`;
  });
  writeFileSync(manifest, `{\n${lines.join(',\n')}\n}\n`);
}

/** The newest change under a folder; folders count too, so that a removed file is noticed. */
function newest(folder) {
  let latest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'test') continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function keep(made, name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest();
  const extension = extname(name);
  const file = `${basename(name, extension)}-${digest.subarray(0, 5).toString('hex')}${extension}`;
  made.set(name, { file, integrity: `sha256-${digest.toString('base64')}`, bytes });
}

function pick(made, names) {
  return Object.fromEntries(names.map((name) => [name, { file: made.get(name).file, integrity: made.get(name).integrity }]));
}

async function bundle(entry, assets, packages) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox128', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    define: { ENLACE_ASSETS: JSON.stringify(assets) },
    logOverride: { 'direct-eval': 'silent' }, // htmx contains one; its configuration and our content security policy forbid it
    write: false,
    metafile: true,
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) packages.add(name);
  }
  return result.outputFiles[0].contents;
}

async function styles(made) {
  const sass = await import('sass');
  const { css } = sass.compile('styles/enlace.scss', { style: 'compressed', charset: false, loadPaths: ['styles', 'node_modules'] });
  return css.replace(/url\((["']?)images\/([^"')]+)\1\)/g, (whole, quote, name) => {
    const image = made.get(name);
    if (!image) throw new Error(`styles/enlace.scss asks for images/${name}, which is not there`);
    return `url(${image.file})`;
  });
}

function typeCheck() {
  return new Promise((done, fail) => {
    const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], { stdio: ['ignore', 2, 2] });
    tsc.on('close', (code) => (code === 0 ? done() : fail(new Error('the browser modules do not pass the type check'))));
  }).catch((problem) => {
    console.error(String(problem.message));
    process.exit(1);
  });
}

function checkLicences() {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path !== '' && !allowedLicences.includes(entry.license)) {
      throw new Error(`${path} is under ${entry.license}, which is not among ${allowedLicences.join(', ')}`);
    }
  }
}

function thirdParty(packages) {
  const notices = [...packages].sort().map((name) => {
    const folder = join('node_modules', name);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} carries no licence text`);
    return `${name} ${about.version} (${about.license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `What others wrote that is part of the browser modules of Enlace.\n\n${notices.join('\n' + '-'.repeat(80) + '\n\n')}`;
}

async function bundleTests(out) {
  rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync('test').filter((file) => file.endsWith('.test.ts')).map((file) => join('test', file)),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    outdir: out,
    outExtension: { '.js': '.mjs' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }, // for packages of the older kind
    define: { ENLACE_ASSETS: '{}', ENLACE_WEB: JSON.stringify(here) },
  });
}
