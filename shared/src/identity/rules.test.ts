import { expect, it } from 'vitest'
import { answersFor, covers } from './rules'
import type { RegionCode } from './schema'

const street = '320499001' as RegionCode
const community = '320499001001' as RegionCode
const neighbour = '320499001002' as RegionCode
const grid = '320499001001007' as RegionCode

it('a street covers its communities and their grids, a community not its street', () => {
  expect(covers(street, community)).toBe(true)
  expect(covers(street, grid)).toBe(true)
  expect(covers(community, street)).toBe(false)
  expect(covers(community, neighbour)).toBe(false)
})

it('staff answer for what their scope covers', () => {
  expect(answersFor({ roles: ['worker'], scope: community }, community)).toBe(true)
  expect(answersFor({ roles: ['supervisor'], scope: street }, neighbour)).toBe(true)
  expect(answersFor({ roles: ['worker'], scope: community }, neighbour)).toBe(false)
})

it('nobody answers for anything without a post or a scope', () => {
  expect(answersFor({ roles: ['resident', 'volunteer'], scope: community }, community)).toBe(false)
  expect(answersFor({ roles: ['worker'], scope: null }, community)).toBe(false)
})
