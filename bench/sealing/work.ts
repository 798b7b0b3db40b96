/** Runs in a worker, as attachments do: the same modules, without a network. */
import { newIdentity, openStream, recipientOf } from '../../app/src/main/web/src/age.ts';
import { digestsOf } from '../../app/src/main/web/src/content.ts';
import { Sealer } from '../../app/src/main/web/src/reproducible.ts';
import { openInChunks, sealInChunks } from '../../app/src/main/web/src/sealing-pipe.ts';
import { stretchHere } from '../../app/src/main/web/src/stretch.ts';

declare const ROUNDS: number;
declare const MIB: number[];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Seconds on the clock, and of the processor as the system counts them for this browser's renderers: those do not depend on what else the machine does. */
const cost = async (act: () => Promise<unknown>): Promise<Cost> => {
  const spent = async (): Promise<number> => (await (await fetch('/cpu')).json()) as number;
  const before = await spent();
  const start = performance.now();
  await act();
  const wall = (performance.now() - start) / 1000;
  return { wall, cpu: (await spent()) - before };
};

async function drained(stream: ReadableStream<Uint8Array>): Promise<void> {
  for (const reader = stream.getReader(); !(await reader.read()).done; );
}

async function sealedOnly(file: Blob, sealer: Sealer): Promise<void> {
  for (let at = 0; at < file.size; at += 1 << 20) {
    const block = new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer());
    for (const _ of sealer.seal(block, at + block.length === file.size));
  }
}

async function measured(mib: number): Promise<Record<string, Cost[]>> {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const piece = new Uint8Array(1 << 20);
  for (let at = 0; at < piece.length; at += 65_536) crypto.getRandomValues(piece.subarray(at, at + 65_536));
  const file = new Blob(Array.from({ length: mib }, () => piece));
  const times: Record<string, Cost[]> = { seal: [], open: [], 'seal and hash': [], 'open and check': [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const chunks: Blob[] = [];
    let sealed = { sha256: '', size: 0 };
    const figures = {
      seal: await cost(() => sealedOnly(file, new Sealer(seed, seed, recipient))),
      'seal and hash': await cost(async () => {
        const digests = await digestsOf(file, new AbortController().signal, () => undefined);
        const send = async (n: number, chunk: Uint8Array<ArrayBuffer>): Promise<void> => void (chunks[n] = new Blob([chunk]));
        sealed = await sealInChunks(file, { recipient, seed, digests }, { from: 0, resealed: () => undefined, send });
      }),
      open: await cost(async () => drained(await openStream(new Blob(chunks).stream(), identity))),
      'open and check': await cost(async () => {
        for await (const _ of openInChunks(new Blob(chunks).stream(), identity, sealed));
      }),
    };
    if (round > 0) for (const [name, time] of Object.entries(figures)) times[name]!.push(time); // the first one warms
  }
  return times;
}

const result: Record<string, unknown> = {};
for (const mib of MIB) result[mib] = await measured(mib);
const scrypt: Cost[] = [];
for (let round = 0; round < ROUNDS; round++) scrypt.push(await cost(async () => stretchHere('seis palabras de paso', new Uint8Array(16), 17)));
postMessage({ browser: navigator.userAgent.match(/Chrome\/[\d.]+/)?.[0], sizes: result, scrypt });
