// Store tests — a map that was kept when partitions had two digits still says who holds what.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/support/database.ts'
import { threePartitionDigits } from '../database/matcher-tables.ts'
import { type CenterSchema, centerMigrations } from '../database/schema.ts'
import { isWhole, partitionName } from './map.ts'
import { readMaps } from './store.ts'

const { '1090-three-partition-digits': _later, ...earlier } = centerMigrations
const database = useDatabase<CenterSchema>(earlier)

test('a map of two digits is one of three, whole and with the same matchers', async () => {
  const held = (...names: string[]) => names.map((matcher) => ({ matcher, since: 1 }))
  const partitions = [
    { first: 0, last: 0x7f, replicas: held('m1', 'm2') },
    { first: 0x80, last: 0xff, replicas: held('m2', 'm3') },
  ]
  await sql`
    insert into gallery_maps (version, partitions) values (1, ${JSON.stringify(partitions)}::jsonb)
  `.execute(database.db)
  await sql.raw(threePartitionDigits).execute(database.db)
  const [map, ...others] = await readMaps(database.db)
  expect(others).toEqual([])
  expect(map!.partitions.map(partitionName)).toEqual(['000-7ff', '800-fff'])
  expect(map!.partitions.map((it) => it.replicas)).toEqual(partitions.map((it) => it.replicas))
  expect(isWhole(map!, 2)).toBe(true)
})
