// Layering: rooms may only use rooms to their left; see ARCHITECTURE.md.
const rooms = ['language', 'kinds', 'model', 'schedule', 'checks', 'ide', 'exchange'];
const edges = ['lsp', 'cli'];
const webviewRooms = ['plan', 'chart', 'export'];

const layersOf = (folder, inner, outer) =>
  inner.map((room, index) => ({
    name: `${room}-uses-only-rooms-to-its-left`,
    severity: 'error',
    from: { path: `^${folder}/${room}/` },
    to: { path: `^${folder}/(${[...inner.slice(index + 1), ...outer].join('|')})/` },
  }));

module.exports = {
  forbidden: [
    ...layersOf('server/src', rooms, edges),
    ...layersOf('client/webview', webviewRooms, ['panel']),
    {
      name: 'calendars-and-networks-are-numbers',
      severity: 'error',
      from: { path: '^server/src/schedule/(calendar|network)/' },
      to: {
        path: '^server/src/',
        pathNot: '^server/src/(schedule/(calendar|network)/|kinds/time\\.ts$|model/graph\\.ts$)',
      },
    },
    {
      name: 'calendars-know-no-network',
      severity: 'error',
      from: { path: '^server/src/schedule/calendar/' },
      to: { path: '^server/src/schedule/network/' },
    },
    { name: 'no-circular-imports', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lsp-does-not-use-cli',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'vscode-only-in-the-client',
      severity: 'error',
      from: { pathNot: '^(client/src|test/editor)/' },
      to: { path: '^vscode$|@types/vscode/' },
    },
    {
      name: 'language-server-libraries-only-in-lsp',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/lsp/' },
      to: { path: 'vscode-languageserver' },
    },
    {
      name: 'node-only-in-cli-and-node-entries',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/cli/|/node[A-Za-z]*\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'webview-shares-only-message-types',
      severity: 'error',
      from: { path: '^client/webview/' },
      to: { path: '^(server|client/src)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-has-no-domain-logic',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    // Those are types only, whose code is elsewhere.
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(vscode|sarif)$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|\\.editor)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
