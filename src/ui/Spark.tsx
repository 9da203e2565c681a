const round = (value: number) => Math.round(value * 10) / 10

/** A line of a few days without axis, ending in a dot; the number itself stands above it. */
export const Spark = ({ values, width = 76, height = 20 }: { values: readonly number[]; width?: number; height?: number }) => {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map((value, at) => ({
    x: round(2 + (at * (width - 5)) / (values.length - 1)),
    y: round(height - 3 - ((value - low) * (height - 7)) / span),
  }))
  const last = points[points.length - 1]!
  return (
    <svg className="spark" width={width} height={height} aria-hidden="true">
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <circle cx={last.x} cy={last.y} r="2.2" fill="currentColor" />
    </svg>
  )
}
