// Words of the gallery — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  title: 'Gallery',
  lead: 'Who every newcomer is compared with, and which machines hold them. There is no name and no NIK on this page.',
  states: {
    'one-process': 'One process holds the whole gallery: this data center itself',
    'no-map': 'The gallery has not been dealt out to matchers yet',
    'first-map': 'The gallery is being loaded for the first time',
    building: 'Every part of the gallery has two copies; a new map is being made ready',
    whole: 'Every part of the gallery has two copies',
  },
  parts: {
    lost: (count: string) =>
      `Parts of the gallery that nobody holds: ${count}. Searches have stopped`,
    'one-copy': (count: string) => `Parts of the gallery with only one copy left: ${count}`,
  },
  meaning: {
    'one-process':
      'There is no other matcher. Where this process stops, searches stop until it is there again; whatever waits is not lost.',
    'no-map':
      'Searches wait until the first map is made. Start the matchers first, then make a map, for example:',
    'first-map':
      'Searches begin by themselves once all copies are loaded. Nothing needs to be done.',
    building: 'Searches go on by the map of before. Nothing needs to be done.',
    whole: 'One machine may fail without ending searches.',
    lost: 'Packets wait and are tried again by themselves; nothing is decided without the whole gallery.',
    'one-copy':
      'Searches go on. Where the machine that is left fails as well, they stop until one of the two is back.',
  },
  theseParts: (parts: string) => `Parts: ${parts}.`,
  dueLoading: (names: string) => `Being loaded by ${names}: wait until that is done.`,
  dueVersion: (names: string) =>
    `Matchers of another version: ${names}. Finish the upgrade, then restart the data center.`,
  dueGone: (names: string) => `Matchers that are not seen: ${names}. Start them again:`,
  dueLost: 'Where that machine will not come back, give what it held to others:',
  mapCommand: 'loket matchers map 8 m1 m2 m3 m4',
  figuresTitle: 'At a glance',
  people: 'People',
  bytes: 'Memory',
  processBytes: (bytes: string) => `this process, whole: ${bytes}`,
  allCopies: 'all copies together',
  lastChange: 'Number of the latest change',
  upToDate: 'all of it is loaded',
  nextSearch: (count: string) => `${count} more are taken with the next search`,
  behind: (count: string) => `${count} changes behind`,
  searchesPerMinute: 'Searches a minute',
  noSearches: 'none since this process began',
  searchTimes: (median: string, slowest: string) =>
    `the latest: ${median} (median), ${slowest} (slowest)`,
  failed: 'Without an answer',
  sinceStart: 'since this process began; made again',
  partitionsTitle: 'Parts of the gallery',
  partitionsHelp: 'Named by the first three hexadecimal digits of their cases.',
  partitionsNone: 'There is no map yet',
  range: 'Part',
  copies: 'Copies',
  live: 'Answering',
  replicaStates: {
    held: 'answers',
    loading: 'being loaded',
    'other-version': 'another version',
    gone: 'not seen',
  },
  matchersTitle: 'Matchers',
  matchersNone: 'No matcher has been seen yet',
  matcher: 'Name',
  seen: 'State',
  there: 'runs',
  notSeen: (span: string) => `last seen ${span} ago`,
  otherVersion: 'another version',
  copiesHeld: 'Copies held',
  ofAll: (count: string, all: string) => `${count} of ${all}`,
  lag: 'Behind',
  map: 'Map',
  processMemory: 'Process memory',
  loadTitle: 'Load of the matchers',
  inHand: 'In hand',
  median: 'Median time',
  slowest: 'Slowest',
  refused: 'Refused',
  mapsTitle: 'Maps',
  mapMade: (version: string, when: string) => `Version ${version}, made ${when}`,
  mapSearched: (when: string) => `searched by since ${when}`,
  mapBuilding: (held: string, all: string) => `being made ready: ${held} of ${all} copies loaded`,
} satisfies Messages
