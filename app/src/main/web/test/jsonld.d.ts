/** What of the library the tests use; it brings no types of its own. */
declare module 'jsonld' {
  export type Quad = { readonly subject: { readonly value: string }; readonly predicate: { readonly value: string }; readonly object: { readonly value: string; readonly datatype?: { readonly value: string } } };
  const jsonld: { toRDF(document: object, options: { documentLoader: (url: string) => never; safe: boolean }): Promise<readonly Quad[]> };
  export default jsonld;
}
