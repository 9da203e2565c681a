const inChina = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as lists write it: 6/2 10:20. */
export const whenInWords = (at: string): string => inChina.format(new Date(at))
