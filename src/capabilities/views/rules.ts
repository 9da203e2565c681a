/** Screens whose lists can be kept as views. */
export const viewScreens = ['roster'] as const
export type ViewScreen = (typeof viewScreens)[number]

/** More than anybody finds their way among. */
export const MAX_VIEWS = 30

export const viewRefusals = ['too-many-views', 'name-taken'] as const
export type ViewRefusal = (typeof viewRefusals)[number]
