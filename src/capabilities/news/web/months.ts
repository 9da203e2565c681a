/** The last day of a month (`2023-06`). */
export const lastDayOf = (month: string): string => {
  const [year, at] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year!, at!, 0)).getUTCDate()}`
}
