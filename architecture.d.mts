export const tiers: readonly (readonly string[])[]
