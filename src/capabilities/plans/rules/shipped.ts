/** Plans that come with the product: what a school's first cohort can be opened on. */
export const shippedPlans = ['2023', 'national'] as const
export type ShippedPlan = (typeof shippedPlans)[number]

export const shippedPlanNames: Record<ShippedPlan, string> = {
  '2023': '2023 年通知：未落实单位的转到户籍所在地，不留校',
  national: '全国通行规定：未落实单位的可留校，最多两年',
}
