// Loads a script as an extension host would, with an API of VS Code of which everything exists and does nothing, and says what
// it exports. Usage: node fakeVscode.cjs SCRIPT
const Module = require('node:module');

class Anything {}
const api = new Proxy(Anything, {
  get: (target, key) => (key in target || typeof key === 'symbol' ? target[key] : api),
  apply: () => api,
});
const load = Module._load;
Module._load = (request, ...others) => (request === 'vscode' ? api : load(request, ...others));
console.log(JSON.stringify(Object.entries(require(process.argv[2])).map(([name, value]) => [name, typeof value])));
