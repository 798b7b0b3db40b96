/** Everything that holds, makes or uses a key; loaded only on pages that need one. */
export * as age from './age.ts';
