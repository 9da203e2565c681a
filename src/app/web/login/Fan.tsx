const RAYS = 64
/** The one that is drawn in red: any of them could be yours. */
const MINE = 30
const ORIGIN = { x: 8, y: 560 }

type Ray = { path: string; x: number; y: number; mine: boolean }

const tenth = (value: number) => Math.round(value * 10) / 10

/** A ray leaves the origin level and bends up to its end; the ends are spread by angle, their distances by a fixed scatter. */
const ray = (_: unknown, at: number): Ray => {
  const angle = ((-58 + at * 0.9) * Math.PI) / 180
  const scatter = 430 + ((at * 37) % 13) * 25
  const length = scatter * (0.7 + (0.3 * at) / (RAYS - 1))
  const x = ORIGIN.x + Math.cos(angle) * length
  const y = ORIGIN.y + Math.sin(angle) * length * 0.86
  const firstX = tenth(120 + x * 0.28)
  const secondX = tenth(x - 140 - (ORIGIN.y - y) * 0.12)
  return {
    path: `M${ORIGIN.x} ${ORIGIN.y}C${firstX} 556 ${secondX} ${tenth(y + 40)} ${tenth(x)} ${tenth(y)}`,
    x: tenth(x),
    y: tenth(y),
    mine: at === MINE,
  }
}

const rays = Array.from({ length: RAYS }, ray)

/** One school, many ways on: hairlines from one origin to where people go. */
export const Fan = () => (
  <svg viewBox="0 0 760 620" className="login-fan" preserveAspectRatio="xMinYMax" aria-hidden="true">
    {rays.map(({ path, x, y, mine }) => (
      <g key={path} className={mine ? 'login-ray login-mine' : 'login-ray'}>
        <path d={path} />
        <circle cx={x} cy={y} r={mine ? 4 : 2} />
      </g>
    ))}
    <circle className="login-origin" cx={ORIGIN.x} cy={ORIGIN.y} r="7" />
  </svg>
)
