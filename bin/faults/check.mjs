#!/usr/bin/env node
// The independent checker of bin/faults: knows what the clients remember, what anybody may read of the log, what two
// authorities may export, and what came out of the mail server. It shares no code with Enlace: hashes, the Merkle tree,
// signed notes and receipts are done again here from docs/protocols, with what Node.js brings.
//
//   node check.mjs --url http://localhost:8080 --history FILE [--mail FILE] [--bare]
//
// History and mail are lines of JSON. --bare: only the log and the checkpoints that were seen, nobody signs in.
// Ends with 0 when everything agrees, else with 1 and a line for everything that does not.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const given = Object.fromEntries(process.argv.slice(2).join(' ').split('--').filter(Boolean)
    .map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1).join(' ') || true]));
const url = given.url;
const wrong = [];
const fail = (sentence) => wrong.push(sentence);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const grouped = (items, by) => items.reduce((map, item) => map.set(by(item), [...(map.get(by(item)) ?? []), item]), new Map());
const history = lines(given.history);

// ---- the log, as a stranger reads it

async function open(path) {
    for (let attempt = 0; ; attempt++) {
        try {
            const answer = await fetch(url + path);
            if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
            return Buffer.from(await answer.arrayBuffer());
        } catch (problem) {
            if (attempt === 20) throw problem;
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}

const keyLine = (await open('/log/key')).toString().trim();
const [, origin, keyHash, keyBytes] = keyLine.match(/^(.*?)\+([0-9a-f]{8})\+(.*)$/);
const rawKey = Buffer.from(keyBytes, 'base64').subarray(1);
const key = createPublicKey({ format: 'der', type: 'spki', key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), rawKey]) });

function note(text) {
    const end = text.indexOf('\n\n');
    const body = text.slice(0, end + 1);
    const [name, size, root] = body.split('\n');
    const own = text.slice(end + 2).split('\n').map((line) => line.match(/^— (\S+) (\S+)$/)).filter(Boolean)
        .map(([, who, signature]) => [who, Buffer.from(signature, 'base64')])
        .find(([who, signature]) => who === origin && signature.subarray(0, 4).toString('hex') === keyHash);
    const good = name === origin && own && verify(null, Buffer.from(body), key, own[1].subarray(4));
    return { size: Number(size), root, good };
}

const path = (level, number, width) => {
    const digits = String(number).padStart(Math.ceil(String(number).length / 3) * 3, '0').match(/.../g);
    return `/log/tile/${level}/${digits.map((part, at) => (at < digits.length - 1 ? 'x' : '') + part).join('/')}${width < 256 ? `.p/${width}` : ''}`;
};

const newest = note((await open('/log/checkpoint')).toString());
if (!newest.good) fail('the newest checkpoint is not signed by the key of the log');

const entries = []; // { kind, id, digest, leaf }
for (let tile = 0; tile * 256 < newest.size; tile++) {
    const width = Math.min(256, newest.size - tile * 256);
    const bundle = await open(path('entries', tile, width));
    const hashes = await open(path(0, tile, width));
    for (let at = 0, offset = 0; at < width; at++) {
        const length = bundle.readUInt16BE(offset);
        const bytes = bundle.subarray(offset + 2, offset + 2 + length);
        offset += 2 + length;
        const leaf = sha256(Buffer.of(0), bytes);
        if (!leaf.equals(hashes.subarray(at * 32, at * 32 + 32))) fail(`entry ${tile * 256 + at} is not the one that its tile of hashes has`);
        const field = Object.fromEntries(bytes.toString().split('\n').filter((line) => line.includes(' ')).map((line) => line.split(' ', 2)));
        entries.push({ kind: field.kind, id: field.id, digest: field.digest?.replace('sha256:', ''), time: field.time, leaf });
    }
}
if (new Set(entries.map((entry) => entry.id)).size !== entries.length) fail('an entry stands in the log twice');

// RFC 6962: the largest power of two below n splits a tree.
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
const seen = [newest, ...history.filter((event) => event.what === 'checkpoint').map((event) => note(event.note))];
const roots = rootsAt(new Set(seen.map((checkpoint) => checkpoint.size)));
for (const checkpoint of seen) {
    if (!checkpoint.good) fail(`a checkpoint of size ${checkpoint.size} that was seen is not signed by the key of the log`);
    if (checkpoint.size > entries.length) fail(`the log had ${checkpoint.size} entries once and has ${entries.length}: it was put back to an earlier state`);
    else if (roots.get(checkpoint.size) !== checkpoint.root) fail(`the first ${checkpoint.size} entries are not those that were published once`);
}

/** The root of the first n entries for each n wanted, with one pass over the leaves. */
function rootsAt(sizes) {
    const found = new Map();
    const stack = []; // complete subtrees, largest first
    const fold = () => stack.length === 0 ? sha256() : stack.map((part) => part.hash).reduceRight((right, left) => sha256(Buffer.of(1), left, right));
    if (sizes.has(0)) found.set(0, fold().toString('base64'));
    entries.forEach((entry, at) => {
        stack.push({ size: 1, hash: entry.leaf });
        while (stack.length > 1 && stack.at(-1).size === stack.at(-2).size) {
            const right = stack.pop();
            const left = stack.pop();
            stack.push({ size: left.size * 2, hash: sha256(Buffer.of(1), left.hash, right.hash) });
        }
        if (sizes.has(at + 1)) found.set(at + 1, fold().toString('base64'));
    });
    return found;
}

/** RFC 9162 2.1.3.2, written as the recursion that defines it. */
function included(index, size, leaf, proof) {
    if (size === 1) return proof.length === 0 ? leaf : null;
    if (proof.length === 0) return null;
    const middle = split(size);
    const last = Buffer.from(proof.at(-1), 'base64');
    const below = index < middle ? included(index, middle, leaf, proof.slice(0, -1)) : included(index - middle, size - middle, leaf, proof.slice(0, -1));
    return below && (index < middle ? sha256(Buffer.of(1), below, last) : sha256(Buffer.of(1), last, below));
}

// ---- what the authorities may export

const sessions = new Map();
async function as(member) {
    if (!sessions.has(member)) {
        const jar = new Map();
        const keep = (answer) => answer.headers.getSetCookie().forEach((cookie) => jar.set(cookie.split('=')[0], cookie.split(';')[0]));
        const cookie = () => ({ cookie: [...jar.values()].join('; '), accept: 'application/json' });
        const first = await fetch(url + '/session', { headers: cookie() });
        keep(first);
        const { csrf } = await first.json();
        const entered = await fetch(url + '/demo/sign-in', {
            method: 'POST', redirect: 'manual', body: `as=${member}`,
            headers: { ...cookie(), [csrf.header]: csrf.token, 'content-type': 'application/x-www-form-urlencoded' },
        });
        keep(entered);
        if (entered.status !== 303) throw new Error(`${member} was not let in: ${entered.status}`);
        sessions.set(member, (address) => fetch(url + address, { headers: cookie() }));
    }
    return sessions.get(member);
}

async function exported(member, request) {
    const answer = await (await as(member))(`/requests/${request}/acts`);
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw new Error(`/requests/${request}/acts for ${member}: ${answer.status}`);
    return answer.json();
}

const digestOf = (jws) => sha256(Buffer.from(jws)).toString('hex');
const payload = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url').toString());
const signedByLog = (jws) => verify(null, Buffer.from(jws.slice(0, jws.lastIndexOf('.'))), key, Buffer.from(jws.split('.')[2], 'base64url'));
const since = history.find((event) => event.what === 'baseline')?.size ?? 0;
const logged = new Map(); // kind and digest -> indexes
entries.forEach((entry, index) => {
    const name = `${entry.kind} ${entry.digest}`;
    logged.set(name, [...(logged.get(name) ?? []), index]);
});
const counted = { acts: 0, receipts: 0, acknowledged: 0, lost: 0, files: 0, mails: 0, repeated: 0, refused: 0 };

function checkLogged(kind, item, size, where) {
    const places = logged.get(`${kind} ${digestOf(item.jws)}`) ?? [];
    if (places.length !== 1) return fail(`${where}: stands ${places.length} times in the log`);
    if (item.index !== null && item.index !== places[0]) return fail(`${where}: is said to stand at ${item.index} and stands at ${places[0]}`);
    if (item.proof && included(item.index, size, entries[places[0]].leaf, item.proof)?.toString('base64') !== roots.get(size)) {
        fail(`${where}: its proof does not lead to the checkpoint`);
    }
}

// ---- the times: the server's clock, less what the clients know it to be moved by, agrees with theirs

const APART = 5_000; // what clocks may be apart before nothing is dated any more
const COMMIT = 30_000; // a time is taken before the transaction is over, and the log is written after it
const moved = history.filter((event) => event.what === 'clock');
const timeOf = (index) => Date.parse(entries[index].time) - 1000 * (moved.filter((event) => event.size <= index).at(-1)?.seconds ?? 0);

function checkOrder() {
    const begun = Date.parse(history.find((event) => event.what === 'baseline')?.at);
    let latest = begun - APART;
    for (let index = since; index < entries.length; index++) {
        const time = timeOf(index);
        if (!(time >= latest - COMMIT)) fail(`entry ${index} is of ${entries[index].time}, before what stands before it`);
        if (!(time <= Date.now() + APART)) fail(`entry ${index} is of ${entries[index].time}, which has not come`);
        latest = Math.max(latest, time);
    }
}

/** The times of one request: its acts one after the other, each between when it was posted and when that was answered, its receipt of the act's time and later in the log. */
function checkTimes(copy, events) {
    const place = (kind, item) => logged.get(`${kind} ${digestOf(item.jws)}`)?.[0];
    let before = -Infinity;
    for (const act of copy.acts) {
        const index = place('act', act);
        if (index === undefined) continue;
        const time = timeOf(index);
        const where = `act ${act.act} is of ${entries[index].time}`;
        if (time < before - APART) fail(`${where}, before the one that it follows`);
        before = time;
        const posted = events.filter((event) => event.act === act.act && event.what === 'posted').map((event) => Date.parse(event.at));
        const answered = events.filter((event) => event.act === act.act && event.what === 'answered').map((event) => Date.parse(event.at));
        if (posted.length && !(time >= Math.min(...posted) - APART)) fail(`${where}, before it was posted`);
        if (answered.length && !(time <= Math.min(...answered) + APART)) fail(`${where}, after it was answered`);
        if (Date.parse(act.at) !== Date.parse(entries[index].time)) fail(`${where} and is said to be of ${act.at}`);
        for (const receipt of copy.receipts.filter((each) => each.act === act.act)) {
            const later = place('receipt', receipt);
            if (payload(receipt.jws).time !== entries[index].time) fail(`${where} and its receipt says ${payload(receipt.jws).time}`);
            if (later !== undefined && (later < index || timeOf(later) < time - APART)) fail(`the receipt of ${act.act} stands in the log before it`);
        }
    }
}

/** Everything about one request: what both sides export, what the log has, what clients remember. */
async function checkRequest(request, events) {
    const sides = [...new Set(events.map((event) => event.by))];
    const copies = await Promise.all(sides.map((member) => exported(member, request)));
    const copy = copies[0];
    const answered = new Map(events.filter((event) => event.what === 'answered').map((event) => [event.act, event]));
    if (!copy) {
        if (answered.size > 0) fail(`request ${request} was acknowledged and is not there`);
        return 0;
    }
    if (copies.some((other) => JSON.stringify(other?.acts.map((act) => act.jws)) !== JSON.stringify(copy.acts.map((act) => act.jws)))) {
        fail(`request ${request}: the two sides do not export the same acts`);
    }
    const { size } = note(copy.checkpoint);
    if (!roots.has(size)) rootsAt(new Set([size])).forEach((root, at) => roots.set(at, root));
    for (const act of copy.acts) checkLogged('act', act, size, `act ${act.act} of ${request}`);
    for (const receipt of copy.receipts) {
        checkLogged('receipt', receipt, size, `receipt of ${receipt.act} of ${request}`);
        const said = payload(receipt.jws);
        const act = copy.acts.find((each) => each.act === receipt.act);
        if (!signedByLog(receipt.jws)) fail(`the receipt of ${receipt.act} is not signed by the log`);
        if (!act || said.digest !== digestOf(act.jws) || said.index !== logged.get(`act ${said.digest}`)?.[0]) fail(`the receipt of ${receipt.act} does not speak of it`);
    }
    checkTimes(copy, events);
    for (const [id, answer] of answered) {
        const acts = copy.acts.filter((act) => act.act === id);
        const receipts = copy.receipts.filter((receipt) => receipt.act === id);
        if (acts.length !== 1) fail(`act ${id} was acknowledged and is there ${acts.length} times`);
        else if (digestOf(acts[0].jws) !== answer.digest) fail(`act ${id} is not the one that was acknowledged`);
        else if (answer.index !== null && logged.get(`act ${answer.digest}`)?.[0] !== answer.index) fail(`act ${id} stands elsewhere in the log than was acknowledged`);
        if (answer.receipt && (receipts.length !== 1 || receipts[0].jws !== answer.receipt)) fail(`the receipt of act ${id} is not the one that was given`);
    }
    counted.acknowledged += answered.size;
    counted.lost += copy.acts.filter((act) => !answered.has(act.act)).length;
    counted.acts += copy.acts.length;
    counted.receipts += copy.receipts.length;
    return copy.acts.length;
}

async function checkFile(event) {
    const answer = await (await as(event.by))(`/documents/${event.document}`);
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of answer.body ?? []) {
        hash.update(piece);
        size += piece.length;
    }
    counted.files++;
    if (answer.status !== 200 || size !== event.size || hash.digest('hex') !== event.sha256) fail(`file ${event.document} is not what was acknowledged as stored (${answer.status}, ${size} bytes)`);
}

/** A signed refusal: by the key of the log, for that reason, about those bytes, and in the log once where it says so. */
function checkRefusal({ code, digest, signed }) {
    if (!signed) return fail(`what was refused with ${code} has no signature`);
    const where = `the refusal ${code} of ${digest}`;
    const said = payload(signed.refusal);
    counted.refused++;
    if (signed.logKey !== keyLine || !signedByLog(signed.refusal)) fail(`${where} is not signed by the log`);
    if (said.code !== code || said.digest !== digest) fail(`${where} speaks of ${said.code} and ${said.digest}`);
    if (!['author', 'authority', 'counterpart', 'nobody'].includes(said.next)) fail(`${where} does not say who must act`);
    if (roots.get(said.size) !== Buffer.from(said.root, 'hex').toString('base64')) fail(`${where} names a state of the log that it never had`);
    const places = logged.get(`refusal ${digestOf(signed.refusal)}`) ?? [];
    if (places.length !== (said.entered ? 1 : 0)) return fail(`${where}: stands ${places.length} times in the log`);
    if (!said.entered) return;
    const [place] = places;
    if (place < said.size || entries[place].time !== said.time) fail(`${where}: its entry is of another time`);
    if (!signed.log) return;
    const under = note(signed.log.checkpoint);
    const leaf = sha256(Buffer.of(0), Buffer.from(signed.log.entry, 'base64'));
    if (signed.log.index !== place || !leaf.equals(entries[place].leaf)) fail(`${where}: stands elsewhere in the log than it says`);
    if (!under.good || included(place, under.size, leaf, signed.log.proof)?.toString('base64') !== under.root) fail(`${where}: its proof does not lead to its checkpoint`);
}

// ---- what came out of the mail server

/**
 * Each act makes one mail to the other side's mailbox, and one that arrives urgently at most one more to each officer on duty there. A mail that the server had taken when the client was killed, or whose answer it swallowed, may come again under its Message-ID.
 */
function checkMail(mails, actsOf) {
    const taken = mails.filter((mail) => mail.taken);
    const byId = grouped(taken, (mail) => mail.id);
    const allowed = history.filter((event) => event.what === 'may-repeat').reduce((sum, event) => sum + event.mails, 0);
    for (const [id, copies] of byId) {
        counted.repeated += copies.length - 1;
        if (new Set(copies.map((mail) => mail.to + mail.subject + mail.request)).size !== 1) fail(`two different mails have the Message-ID ${id}`);
    }
    if (counted.repeated > allowed) fail(`${counted.repeated} mails came twice, ${allowed} may have`);
    for (const { word, unlessTo } of history.filter((event) => event.what === 'never-in-mail')) {
        const said = mails.find((mail) => mail.text?.toLowerCase().includes(word.toLowerCase()) && !unlessTo.some((reader) => mail.to.toLowerCase().includes(reader)));
        if (said) fail(`a mail to ${said.to} says ${word}`);
    }
    const unreachable = new Set(history.filter((event) => event.what === 'unreachable').map((event) => event.of));
    const mailboxes = history.filter((event) => event.what === 'mailbox').map((event) => event.address);
    const isMailbox = (mail) => mailboxes.some((address) => mail.to.toLowerCase().includes(address));
    for (const [request, acts] of actsOf) {
        const about = taken.filter((mail) => mail.request === request);
        const came = new Set(about.filter(isMailbox).map((mail) => mail.id)).size;
        const persons = grouped(about.filter((mail) => !isMailbox(mail)), (mail) => mail.to);
        for (const [person, mails] of persons) {
            if (new Set(mails.map((mail) => mail.id)).size > 1 && !unreachable.has(request)) fail(`request ${request} made more than one mail to ${person}`);
        }
        if (came !== acts && !(came < acts && unreachable.has(request))) fail(`request ${request} has ${acts} acts, and ${came} mails came of it`);
    }
    counted.mails = byId.size;
}

if (!given.bare) {
    const requests = grouped(history.filter((event) => event.request), (event) => event.request);
    const actsOf = new Map();
    for (const [request, events] of requests) actsOf.set(request, await checkRequest(request, events));
    checkOrder();
    const files = history.filter((each) => each.what === 'file');
    for (const member of new Set(files.map((event) => event.by))) await as(member);
    for (let at = 0; at < files.length; at += 20) await Promise.all(files.slice(at, at + 20).map(checkFile));
    const refusals = history.filter((event) => event.what === 'refused');
    rootsAt(new Set(refusals.map(({ signed }) => signed && payload(signed.refusal).size))).forEach((root, size) => roots.set(size, root));
    refusals.forEach(checkRefusal);
    const count = (kind) => entries.slice(since).filter((entry) => entry.kind === kind).length;
    if (count('act') !== counted.acts) fail(`the log has ${count('act')} acts, the requests that were made have ${counted.acts}`);
    if (count('receipt') !== counted.receipts) fail(`the log has ${count('receipt')} receipts, the requests that were made have ${counted.receipts}`);
    const references = history.filter((event) => event.reference && event.kind === 'send').map((event) => [event.reference, event.request]);
    if (new Set(references.map(([reference]) => reference)).size !== new Set(references.map(([, request]) => request)).size) fail('two requests have the same number');
    if (given.mail) checkMail(lines(given.mail), actsOf);
}

for (const sentence of wrong.slice(0, 20)) console.log('  wrong: ' + sentence);
if (wrong.length > 20) console.log(`  and ${wrong.length - 20} more`);
console.log(given.bare
    ? `  checker: log of ${entries.length} entries, ${seen.length - 1} checkpoints seen before: ${wrong.length ? 'NOT GOOD' : 'they agree'}`
    : `  checker: ${counted.acknowledged} acts acknowledged, ${counted.lost} more whose answer nobody got, ${counted.receipts} receipts, ${counted.files} files, ${counted.refused} signed refusals, log of ${entries.length} entries, `
        + `${seen.length - 1} checkpoints seen before, ${counted.mails} mails (${counted.repeated} came twice): ${wrong.length ? 'NOT GOOD' : 'each there once, in order of time, all agree'}`);
process.exit(wrong.length ? 1 : 0);
