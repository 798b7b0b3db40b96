/** Runs in Chromium: starts the worker that is measured and hands its figures to the script that serves this page. */
const worker = new Worker('/work.js', { type: 'module' });
worker.onmessage = ({ data }) => void fetch('/figures', { method: 'POST', body: JSON.stringify(data) });
worker.onerror = (event) => void fetch('/figures', { method: 'POST', body: JSON.stringify({ error: event.message }) });
