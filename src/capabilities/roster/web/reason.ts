/** Full numbers are shown for a stated reason; fewer than four characters say nothing. */
export const isReason = (text: string): boolean => text.trim().length >= 4
export const reasonLength = '4 至 200 字'
export const reasonHint = `${reasonLength}，如：在党员系统里逐条录入`
