// Roles — which program knows which role.

import { describe, expect, test } from 'vitest'
import { belongsTo, isRole, roleName, roles, rolesOf } from './roles.ts'

describe('roles', () => {
  test('the office has every role but the adjudicator', () => {
    expect(rolesOf('office')).toEqual(roles.filter((role) => role !== 'adjudicator'))
  })

  test('the center has adjudicators, supervisors and administrators', () => {
    expect([...rolesOf('center')].sort()).toEqual(['adjudicator', 'administrator', 'supervisor'])
  })

  test('each role belongs to a program and has a name in both languages', () => {
    for (const role of roles) {
      expect(belongsTo(role, 'office') || belongsTo(role, 'center')).toBe(true)
      expect(roleName(role, 'id')).not.toBe('')
      expect(roleName(role, 'en')).not.toBe('')
    }
  })

  test.each(['', 'admin', 'toString', '__proto__'])('%j is no role', (text) => {
    expect(isRole(text)).toBe(false)
  })
})
