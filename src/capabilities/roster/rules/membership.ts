import { type Membership, memberships } from './codes.ts'

export const membershipCodes = memberships.map(({ code }) => code)

export const membershipNames = Object.fromEntries(memberships.map(({ code, label }) => [code, label])) as Record<Membership, string>
