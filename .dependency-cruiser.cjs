// The house rules, made of rooms.json: who may enter which room, and by which door.

const rooms = require('./rooms.json')

const roomRules = Object.entries(rooms).map(([room, mayEnter]) => ({
  name: `${room}-keeps-to-its-floor`,
  comment: `${room}/ may import ${mayEnter.join(', ') || 'nothing'} (rooms.json)`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...mayEnter].join('|')})/` },
}))

// A room entered through an index.ts hides its insides: they may change without asking anybody.
const closedRooms = 'finger|standard|office|center|device'

// What every stage of a program may read and write.
const sharedByStages = 'database|log|cases|approvals|offices|records|work|afis'

const test = '\\.(test|arbitrary)\\.tsx?$'

module.exports = {
  forbidden: [
    ...roomRules,
    { name: 'no-dead-doors', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'enter-by-the-door',
      comment:
        'a closed room is entered through its index.ts only, the finger also by what it shows',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: `^src/(${closedRooms})/`,
        pathNot: ['^src/$1/', `^src/(${closedRooms}|finger/show)/index\\.ts$`],
      },
    },
    {
      name: 'formats-by-the-door',
      comment: 'a format is entered through its own index.ts only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/formats/' },
      to: { path: '^src/formats/[^/]+/', pathNot: '^src/formats/[^/]+/index\\.ts$' },
    },
    {
      name: 'stages-are-siblings',
      comment: 'stages meet in the log and in what all of them share, never in each other',
      severity: 'error',
      from: { path: '^src/(office|center)/([^/]+)/', pathNot: [test, '/screens/'] },
      to: { path: '^src/$1/[^/]+/', pathNot: ['^src/$1/$2/', `^src/$1/(${sharedByStages})/`] },
    },
    {
      name: 'a-finger-knows-no-name',
      comment: 'the matcher cannot leak what it cannot see',
      severity: 'error',
      from: { path: '^src/(finger|formats|center/afis)/' },
      to: { path: '^src/resident/', reachable: true },
    },
    {
      name: 'values-do-no-io',
      comment: 'the vocabulary and the trades take disk, network, time and chance as arguments',
      severity: 'error',
      from: { path: '^src/(resident|formats|standard|finger|enrollment|card)/', pathNot: test },
      to: { path: '^src/kit/node/|^(node:)?(fs|net|http|https|child_process|worker_threads)(/|$)' },
    },
    {
      name: 'pages-run-in-a-browser',
      comment: 'no server code in a bundle',
      severity: 'error',
      from: { path: '(page|screens/.*)\\.tsx$' },
      to: { path: '(store|routes)\\.ts$|^src/kit/node/', reachable: true },
    },
    {
      name: 'arbitraries-are-for-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '\\.arbitrary\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: undefined,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
