/** An authority's keys, the log they are entered in, and what a host makes of both: for the tests of trust. */
import { digest, time } from '../src/encoding.ts';
import { officerStatement, sign } from '../src/jws.ts';
import type { Jws, Signer } from '../src/jws.ts';
import type { AuthorityKey, OfficerKey } from '../src/keys.ts';
import type { AuthorityAnswer } from '../src/trust.ts';
import { Tree } from './tree.ts';

export const CRI = 'cri-mp-udc';

/** What the log of an authority holds, and what the host makes of it. */
export class Host {
  readonly tree = new Tree();
  readonly statements: [Jws, number][] = [];
  readonly officers: [Jws, number][] = [];
  readonly admissions: [Jws, number][] = [];
  readonly departures: [Jws, number][] = [];
  paper: { recipient: string; key: string } | undefined;

  enter(list: [Jws, number][], kind: string, subject: string, jws: Jws): Jws {
    list.push([jws, this.tree.add(kind, subject, jws)]);
    return jws;
  }

  officer(officer: OfficerKey): Jws {
    return this.enter(this.officers, 'officer-key', `officer:${officer.account}`, officerStatement(officer));
  }

  generation(key: AuthorityKey, by: OfficerKey, previous = this.statements.at(-1)?.[0]): Jws {
    const payload = {
      v: 1,
      authority: key.authority,
      generation: key.generation,
      recipient: key.recipient,
      paper: (this.paper?.recipient ?? null) as `age1${string}` | null,
      paperKey: this.paper?.key ?? null,
      previous: previous === undefined ? null : digest(previous),
      time: time(),
    } as const;
    return this.enter(this.statements, 'authority-key', `authority:${key.authority}`, sign('enlace-authority-key+jws', payload, by));
  }

  admission(whom: OfficerKey, generation: number, by: Signer, account = whom.account): Jws {
    const payload = { v: 1, authority: CRI, generation, account, officerKey: digest(this.statementOf(whom)), time: time() } as const;
    return this.enter(this.admissions, 'admission', `authority:${CRI}`, sign('enlace-admission+jws', payload, by));
  }

  departure(whom: OfficerKey, generation: number, by: OfficerKey): Jws {
    const payload = { v: 1, authority: CRI, generation, account: whom.account, time: time() } as const;
    return this.enter(this.departures, 'departure', `authority:${CRI}`, sign('enlace-departure+jws', payload, by));
  }

  answer(from = 0): AuthorityAnswer {
    const logged = (list: [Jws, number][]) => list.map(([jws, index]) => this.tree.logged(jws, index));
    return {
      authority: CRI,
      generation: this.statements.length,
      statements: logged(this.statements),
      officers: logged(this.officers),
      admissions: logged(this.admissions),
      departures: logged(this.departures),
      checkpoint: this.tree.checkpoint(),
      consistency: { from, proof: this.tree.consistency(from) },
    };
  }

  private statementOf(whom: OfficerKey): Jws {
    return this.officers.find(([jws]) => jws.startsWith(officerStatement(whom).split('.')[0]!))![0];
  }
}
