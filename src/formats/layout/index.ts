// Layout — the door: byte layouts as tables, for every record this service reads or writes.

export { constant, fourCharacters, run, uint8, uint16, uint24, uint32, uint48 } from './fields.ts'
export {
  type Field,
  type Layout,
  type LayoutIssue,
  layout,
  type Read,
  type Written,
} from './layout.ts'
