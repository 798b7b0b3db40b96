/**
 * The files of a result described for forensic tools: CASE 1.3 over UCO 1.3, as JSON-LD. Made in the browser that seals them, because nobody else sees their names,
 * and sealed with them. What each file is, its hashes before and after sealing, who gave it to whom in answer to what, with which program, and under which conditions.
 *
 * Every node has an IRI (`urn:uuid:`), as UCO asks; nothing is fetched to read it, since the context names the ontologies' own terms.
 */
import type { Uploaded } from '../upload.ts';

export const CASE_TYPE = 'application/ld+json';

export interface Given {
  readonly request: string;
  /** `PRY-2026-0001` */
  readonly reference: string;
  readonly from: Party;
  readonly to: Party;
  /** `TLP:AMBER` */
  readonly marking: string;
  /** What may be done with it, in words; the first line of all that is said. */
  readonly terms: string;
  readonly files: readonly Uploaded[];
  readonly at: Date;
}

export interface Party {
  /** As the directory has it. */
  readonly id: string;
  readonly name: string;
}

type Node = Readonly<Record<string, unknown>>;
type Named = Node & { readonly '@id': string };

const CONTEXT = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-marking': 'https://ontology.unifiedcyberontology.org/uco/marking/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  'uco-vocabulary': 'https://ontology.unifiedcyberontology.org/uco/vocabulary/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** @param newId gives another UUID each time */
export function describe(given: Given, newId: () => string = () => crypto.randomUUID()): object {
  return new Description(given, newId).document();
}

class Description {
  readonly #given: Given;
  readonly #newId: () => string;
  readonly #marked: readonly Named[];

  constructor(given: Given, newId: () => string) {
    this.#given = given;
    this.#newId = newId;
    this.#marked = [
      this.#marking('statement', { '@type': 'uco-marking:StatementMarking', 'uco-marking:statement': given.marking }),
      this.#marking('terms-of-use', { '@type': 'uco-marking:TermsOfUseMarking', 'uco-marking:termsOfUse': given.terms }),
    ];
  }

  document(): object {
    const { reference, terms, at } = this.#given;
    const from = this.#organization(this.#given.from);
    const to = this.#organization(this.#given.to);
    const tool = this.#object('uco-tool:Tool', { 'uco-core:name': 'Enlace', 'uco-tool:toolType': 'sealing and transmission' });
    const files = this.#given.files.map((file) => this.#file(file));
    const sealed = this.#given.files.map((file) => this.#sealed(file));
    const relations = files.map((file, i) => this.#decrypted(file, sealed[i]!));
    const provenance = this.#object('case-investigation:ProvenanceRecord', {
      'uco-core:description': `Files given in answer to request ${reference}, as the giving authority had them.`,
      'case-investigation:exhibitNumber': reference,
      'uco-core:object': files.map(toIt),
    });
    const giving = this.#object('case-investigation:InvestigativeAction', {
      'uco-core:name': 'result sealed and given',
      'uco-core:description': `In answer to request ${reference}. ${terms}`,
      'uco-action:performer': toIt(from),
      'uco-action:participant': toIt(to),
      'uco-action:instrument': toIt(tool),
      'uco-action:endTime': time(at),
      'uco-action:object': files.map(toIt),
      'uco-action:result': [provenance, ...sealed].map(toIt),
    });
    const all = [...this.#marked, from, to, tool, ...files, ...sealed, ...relations, provenance, giving];
    const bundle = this.#object('uco-core:Bundle', {
      'uco-core:name': `${reference}: files of a result`,
      'uco-core:description': terms,
      'uco-core:specVersion': 'CASE 1.3.0, UCO 1.3.0',
      'uco-core:createdBy': toIt(from),
      'uco-core:objectCreatedTime': time(at),
      'uco-core:externalReference': this.#known('request, Enlace', this.#given.request),
      'uco-core:object': all.map(toIt),
    });
    return { '@context': CONTEXT, '@graph': [bundle, ...all] };
  }

  #file(file: Uploaded): Named {
    const { name, type, plain, language, relation, kind, version } = file;
    const ending = /\.([^.]+)$/.exec(name)?.[1];
    return this.#object('uco-observable:File', {
      'uco-core:name': name,
      'uco-core:tag': [...(language ? [`language:${language}`] : []), ...(relation ? [`relation:${relation}`] : []), ...(kind ? [`kind:${kind}`] : []), ...(version ? [`version:${version}`] : [])],
      'uco-core:hasFacet': [
        this.#node('uco-observable:FileFacet', {
          'uco-observable:fileName': name,
          ...(ending ? { 'uco-observable:extension': ending } : {}),
          'uco-observable:isDirectory': false,
          'uco-observable:sizeInBytes': whole(plain!.size),
        }),
        this.#content(plain!, { 'uco-observable:mimeType': type, 'uco-observable:isEncrypted': false }),
      ],
    });
  }

  /** Under the name that it has in an evidence package. */
  #sealed(file: Uploaded): Named {
    return this.#object('uco-observable:EncryptedStream', {
      'uco-core:name': `${file.document}.age`,
      'uco-core:externalReference': this.#known('document, Enlace', file.document),
      'uco-core:hasFacet': [
        this.#node('uco-observable:EncryptedStreamFacet', { 'uco-observable:encryptionMethod': 'age v1: X25519, ChaCha20-Poly1305' }),
        this.#content(file, { 'uco-observable:isEncrypted': true }),
      ],
    });
  }

  #decrypted(file: Named, sealed: Named): Named {
    return this.#object('uco-observable:ObservableRelationship', {
      'uco-core:source': toIt(file),
      'uco-core:target': toIt(sealed),
      'uco-core:kindOfRelationship': 'Decrypted_From',
      'uco-core:isDirectional': true,
    });
  }

  #content(of: { readonly sha256: string; readonly size: number }, more: Node): Named {
    return this.#node('uco-observable:ContentDataFacet', {
      ...more,
      'uco-observable:sizeInBytes': whole(of.size),
      'uco-observable:hash': [
        this.#node('uco-types:Hash', {
          'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': 'SHA256' },
          'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': of.sha256 },
        }),
      ],
    });
  }

  #organization({ id, name }: Party): Named {
    return this.#object('uco-identity:Organization', { 'uco-core:name': name, 'uco-core:externalReference': this.#known('authority, Enlace', id) });
  }

  #marking(kind: string, model: Node & { readonly '@type': string }): Named {
    const { '@type': type, ...members } = model;
    return this.#node('uco-marking:MarkingDefinition', {
      'uco-marking:definitionType': kind,
      'uco-marking:definition': this.#node(type, { 'uco-marking:definitionType': kind, ...members }),
    });
  }

  #known(context: string, identifier: string): Named {
    return this.#node('uco-core:ExternalReference', { 'uco-core:definingContext': context, 'uco-core:externalIdentifier': identifier });
  }

  /** What is marked with the conditions. */
  #object(type: string, members: Node): Named {
    return this.#node(type, { ...members, 'uco-core:objectMarking': this.#marked.map(toIt) });
  }

  #node(type: string, members: Node): Named {
    return { '@id': `urn:uuid:${this.#newId()}`, '@type': type, ...members };
  }
}

function toIt({ '@id': id }: Named): Node {
  return { '@id': id };
}

function whole(value: number): Node {
  return { '@type': 'xsd:integer', '@value': String(value) };
}

function time(at: Date): Node {
  return { '@type': 'xsd:dateTime', '@value': at.toISOString() };
}
