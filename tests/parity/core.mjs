// The engine as Node sees it, for parity tests and benchmarks: the same flat ABI that the browser
// uses, without the app around it.

import { readFileSync } from 'node:fs';

const kBadFile = 52; // WASI's "not supported": the core has no files, so nothing is lost.

export const openCore = async (wasmPath, guidePath) => {
  const module = await WebAssembly.compile(readFileSync(wasmPath));
  const refuse = () => kBadFile;
  const { exports: core } = await WebAssembly.instantiate(module, {
    wasi_snapshot_preview1: { fd_write: refuse, fd_close: refuse, fd_seek: refuse },
  });
  core._initialize();

  const call = (name, bytes) => {
    const address = core.amends_alloc(bytes.length);
    new Uint8Array(core.memory.buffer, address, bytes.length).set(bytes);
    const answer = core[name](address, bytes.length);
    core.amends_free(address, bytes.length);
    // Memory may have grown, so the view is taken anew.
    const view = new DataView(core.memory.buffer);
    const status = view.getUint32(answer, true);
    const size = view.getUint32(answer + 8, true);
    const body = Buffer.from(new Uint8Array(core.memory.buffer, view.getUint32(answer + 4, true), size));
    return { status, text: body.toString('utf8') };
  };

  const opened = call('amends_open', readFileSync(guidePath));
  if (opened.status !== 0) throw new Error(`the pack was refused: ${opened.text}`);
  return { module, call: (name, text) => call(name, Buffer.from(text)), callBytes: call };
};
