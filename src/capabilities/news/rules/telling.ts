/** What is said to the unit and to the publicity office. */
export const tellingSteps = ['submit', 'pass-on', 'give-back', 'return', 'accept', 'publish'] as const
export type TellingStep = (typeof tellingSteps)[number]

const titles: Record<TellingStep, string> = {
  submit: '有稿件待审',
  'pass-on': '有稿件待审',
  'give-back': '稿件已退回修改',
  return: '稿件已退回修改',
  accept: '稿件已采用',
  publish: '稿件已刊发',
}

export const newsMessage = (step: TellingStep, { title, unit }: { title: string; unit: string }, words: string) => ({
  title: `${titles[step]}：${title}`,
  body: [`${unit}的《${title}》。`, words].filter(Boolean).join('\n'),
})
