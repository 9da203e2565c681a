import { useQuery } from '@tanstack/react-query'
import { lettersApi } from './client.ts'

/** 2023 年已用至 0040 号，其中作废 3，无缺号: counted on the rows, for readers of the whole school. */
export const SeriesNote = () => {
  const series = useQuery(lettersApi.series.queryOptions()).data
  if (!series) return null
  const { year, usedTo, voided, missing } = series
  if (usedTo === null) return <span>{year} 年还没有用号</span>
  return (
    <span>
      {year} 年已用至 {usedTo} 号，其中作废 {voided}，
      {missing.length === 0 ? '无缺号' : <span className="t-red">缺号 {missing.join('、')}，请核查</span>}
    </span>
  )
}
